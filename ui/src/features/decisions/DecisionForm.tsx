import type { ReactNode } from "react";
import type { DebriefRow, Decision, DecisionGround, Done, Plan } from "../../generated/bindings";
import { describeError } from "../../app/call";
import { cancelledText } from "../../app/ending";
import { useKept } from "../../app/kept";
import { useRead, useWrite } from "../../app/queries";
import { DECIDED, DECISIONS, optionsOf, RECOMMENDATIONS } from "../../app/words";
import { Button, Checkbox, ErrorState, Loaded, RadioGroup, scoreText, TextArea, TextField } from "../../kit";
import { cardsOfRow, type ChosenCard } from "./cards";
import styles from "./DecisionForm.module.css";
import { ConsequenceFields, OptionFields } from "./RecordFields";
import { EMPTY_DECISION, isMeant, missingFor, optionsOffered, recordOf, type DecisionDraft } from "./record";

/** The fields, the one action, whether something is written, and how to throw it away. */
type Parts = { fields: ReactNode; action: ReactNode; holdsText: boolean; discard: () => void };

/**
 * A decision written like an architecture decision record: context, options, decision, consequences. The context begins with
 * what the decision rests on now, and the ways that are open are offered as options. An end for which something is missing is
 * recorded only once that is said to be meant. What is written stays until it is recorded or thrown away, wherever one goes meanwhile.
 */
export function DecisionForm({ row, plan, onDone, children }: { row: DebriefRow; plan: Plan; onDone: () => void; children: (parts: Parts) => ReactNode }): ReactNode {
  const cards = cardsOfRow(row, plan);
  const ground = useRead("decisionGround", [row.application_id]);
  const marked = useRead("candidateShow", [row.candidate_id]).data?.do_not_contact ?? null;
  const [draft, setDraft, discard] = useKept<DecisionDraft>(`decision ${row.application_id}`, EMPTY_DECISION);
  const { kind, record } = draft;
  const done = () => {
    discard();
    onDone();
  };
  const said = { quietErrors: true, undo: true, onDone: done, said: (done: Done<Decision>) => `${row.candidate_name}: ${DECIDED[done.value.kind].toLowerCase()}.${cancelledText(done.changed)}` };
  const make = useWrite("decisionMake", said);
  const despite = useWrite("decisionMakeDespite", said);
  const error = make.error ?? despite.error;
  const asksWhy = marked !== null && (kind === "advance" || kind === "hire");
  const missing = missingFor(ground.data, kind);
  const chosen = draft.chosen ?? cards.map((card) => card.id);
  const change = (part: Partial<DecisionDraft>) => setDraft({ ...draft, ...part });
  const changeRecord = (part: Partial<DecisionDraft["record"]>) => change({ record: { ...record, ...part } });
  const toggle = (id: string, on: boolean) => change({ chosen: on ? [...chosen, id] : chosen.filter((other) => other !== id) });
  const decide = () => {
    if (!kind) return;
    const input = { application_id: row.application_id, kind, reason: draft.reason.trim(), scorecard_ids: [...chosen], record: recordOf(record, ground.data) };
    if (asksWhy && draft.why.trim() !== "") despite.mutate([input, draft.why.trim()]);
    else make.mutate([input]);
  };
  const fields = (
    <>
      <Loaded query={ground} rows={6}>{(found) => <GroundFields draft={draft} ground={found} onChange={changeRecord} />}</Loaded>
      <fieldset className={styles.part}>
        <legend>Decision</legend>
        <p className={styles.note}>It is yours; the score does not make it.</p>
        <RadioGroup label="What is decided" hideLabel value={kind} onChange={(next) => change({ kind: next, meant: [] })} options={optionsOf(DECISIONS)} across />
        {missing.length > 0 && <Missing missing={missing} isMeant={isMeant(missing, draft.meant)} onMeant={(yes) => change({ meant: yes ? missing : [] })} />}
        <TextArea label="Reason" value={draft.reason} onChange={(reason) => change({ reason })} rows={3} isRequired description="In words that could be read out to the candidate a year from now." />
        {asksWhy && <TextField label="Why despite do-not-contact" value={draft.why} onChange={(why) => change({ why })} description={`${row.candidate_name} asked not to be contacted. A stage that means getting in touch needs a word on why; it stands in the history.`} />}
        <RestsOn cards={cards} chosen={chosen} onToggle={toggle} />
      </fieldset>
      <ConsequenceFields threeMonths={record.threeMonths} sixMonths={record.sixMonths} unknown={record.unknown} onChange={changeRecord} />
      {error && <ErrorState inset {...describeError(error)} />}
    </>
  );
  // Without its ground the record would say that nothing was known: it waits for it.
  const action = (
    <Button kind="main" onPress={decide} isDisabled={kind === null || draft.reason.trim() === "" || !ground.data || !isMeant(missing, draft.meant)} isPending={make.isPending || despite.isPending}>
      {kind ? `Record decision: ${DECISIONS[kind].toLowerCase()}` : "Record decision"}
    </Button>
  );
  return children({ fields, action, holdsText: draft !== EMPTY_DECISION, discard });
}

/** Asks before an end that nothing rests on, or that takes interviews with it. */
function Missing({ missing, isMeant, onMeant }: { missing: readonly string[]; isMeant: boolean; onMeant: (yes: boolean) => void }): ReactNode {
  return (
    <div className={styles.missing}>
      <div role="status">
        <p>This ends the application. Is it meant?</p>
        <ul>{missing.map((one) => <li key={one}>{one}</li>)}</ul>
        <p>The record of the decision will say so. Taking it back opens cancelled interviews again.</p>
      </div>
      <Checkbox isSelected={isMeant} onChange={onMeant}>I know, and it is meant</Checkbox>
    </div>
  );
}

/** Context, which begins with what the decision rests on, and options, of which the open ways are offered. */
function GroundFields({ draft: { kind, record }, ground, onChange }: { draft: DecisionDraft; ground: DecisionGround; onChange: (part: Partial<DecisionDraft["record"]>) => void }): ReactNode {
  return (
    <>
      <TextArea label="Context" rows={6} value={record.context ?? ground.context} onChange={(context) => onChange({ context })} description="What was known when it was decided. It begins with what stands in the workspace now; add what else mattered." />
      <OptionFields options={record.options} offered={optionsOffered(record, ground, kind)} onChange={(options) => onChange({ options })} />
    </>
  );
}

function RestsOn({ cards, chosen, onToggle }: { cards: ChosenCard[]; chosen: readonly string[]; onToggle: (id: string, on: boolean) => void }): ReactNode {
  return (
    <fieldset className={styles.part}>
      <legend>It rests on</legend>
      {cards.length === 0 && <p className={styles.note}>No scorecard is in. The decision says that it rests on none.</p>}
      {cards.map((card) => (
        <Checkbox key={card.id} isSelected={chosen.includes(card.id)} onChange={(on) => onToggle(card.id, on)}>
          {card.assessment}, {card.person}: {scoreText(card.score)}, {RECOMMENDATIONS[card.recommendation].toLowerCase()}
          {!card.independent && " (not independent)"}
        </Checkbox>
      ))}
    </fieldset>
  );
}
