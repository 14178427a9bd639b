import { useState, type ReactNode } from "react";
import type { DebriefRow, Decision, DecisionKind, Done, Plan } from "../../generated/bindings";
import { describeError } from "../../app/call";
import { cancelledText, decisionEnds, endingText } from "../../app/ending";
import { useRead, useWrite } from "../../app/queries";
import { DECIDED, DECISIONS, optionsOf, RECOMMENDATIONS } from "../../app/words";
import { Button, Checkbox, ErrorState, RadioGroup, scoreText, TextArea, TextField } from "../../kit";
import { cardsOfRow, type ChosenCard } from "./cards";
import styles from "./DecisionForm.module.css";
import { ConsequenceFields, OptionFields } from "./RecordFields";
import { EMPTY_RECORD, optionsShown, recordOf } from "./record";

/**
 * A decision written like an architecture decision record: context, options, decision, consequences. Context and options begin
 * with what the decision rests on now. `children` puts the fields and the one action where they belong.
 */
export function DecisionForm({ row, plan, onDone, children }: {
  row: DebriefRow;
  plan: Plan;
  onDone: () => void;
  children: (fields: ReactNode, action: ReactNode) => ReactNode;
}): ReactNode {
  const cards = cardsOfRow(row, plan);
  const ground = useRead("decisionGround", [row.application_id]).data;
  const marked = useRead("candidateShow", [row.candidate_id]).data?.do_not_contact ?? null;
  const [kind, setKind] = useState<DecisionKind | null>(null);
  const [reason, setReason] = useState("");
  const [why, setWhy] = useState("");
  const [chosen, setChosen] = useState(() => cards.map((card) => card.id));
  const [draft, setDraft] = useState(EMPTY_RECORD);
  const said = { quietErrors: true, undo: true, onDone, said: (done: Done<Decision>) => `${row.candidate_name}: ${DECIDED[done.value.kind].toLowerCase()}.${cancelledText(done.changed)}` };
  const make = useWrite("decisionMake", said);
  const despite = useWrite("decisionMakeDespite", said);
  const error = make.error ?? despite.error;
  const asksWhy = marked !== null && (kind === "advance" || kind === "hire");
  const ending = decisionEnds(kind, row.stage) ? endingText(row.interviews_open) : null;
  const toggle = (id: string, on: boolean) => setChosen(on ? [...chosen, id] : chosen.filter((other) => other !== id));
  const decide = () => {
    if (!kind) return;
    const input = { application_id: row.application_id, kind, reason: reason.trim(), scorecard_ids: chosen, record: recordOf(draft, ground, kind) };
    if (asksWhy && why.trim() !== "") despite.mutate([input, why.trim()]);
    else make.mutate([input]);
  };
  const fields = (
    <>
      <TextArea label="Context" rows={6} value={draft.context ?? ground?.context ?? ""} onChange={(context) => setDraft({ ...draft, context })} description="What was known when it was decided. It begins with what stands in the workspace now; add what else mattered." />
      <OptionFields options={optionsShown(draft, ground, kind)} onChange={(options) => setDraft({ ...draft, options })} />
      <fieldset className={styles.part}>
        <legend>Decision</legend>
        <p className={styles.note}>It is yours; the score does not make it.</p>
        <RadioGroup label="What is decided" hideLabel value={kind} onChange={setKind} options={optionsOf(DECISIONS)} across />
        {ending && <p role="status">{ending}</p>}
        <TextArea label="Reason" value={reason} onChange={setReason} rows={3} isRequired description="In words that could be read out to the candidate a year from now." />
        {asksWhy && <TextField label="Why despite do-not-contact" value={why} onChange={setWhy} description={`${row.candidate_name} asked not to be contacted. A stage that means getting in touch needs a word on why; it stands in the history.`} />}
        <RestsOn cards={cards} chosen={chosen} onToggle={toggle} />
      </fieldset>
      <ConsequenceFields threeMonths={draft.threeMonths} sixMonths={draft.sixMonths} unknown={draft.unknown} onChange={(part) => setDraft({ ...draft, ...part })} />
      {error && <ErrorState inset {...describeError(error)} />}
    </>
  );
  const action = (
    <Button kind="main" onPress={decide} isDisabled={kind === null || reason.trim() === ""} isPending={make.isPending || despite.isPending}>
      {kind ? `Record decision: ${DECISIONS[kind].toLowerCase()}` : "Record decision"}
    </Button>
  );
  return children(fields, action);
}

function RestsOn({ cards, chosen, onToggle }: { cards: ChosenCard[]; chosen: string[]; onToggle: (id: string, on: boolean) => void }): ReactNode {
  return (
    <fieldset className={styles.cards}>
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
