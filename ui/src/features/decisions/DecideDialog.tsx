import { useState, type ReactNode } from "react";
import type { DebriefRow, Decision, DecisionKind, Done, Plan } from "../../generated/bindings";
import { describeError } from "../../app/call";
import { cancelledText, decisionEnds, endingText } from "../../app/ending";
import { useRead, useWrite } from "../../app/queries";
import { DECIDED, DECISIONS, optionsOf, RECOMMENDATIONS } from "../../app/words";
import { Button, Checkbox, Dialog, ErrorState, percentText, RadioGroup, scoreText, TextArea, TextField } from "../../kit";
import { cardsOfRow, type ChosenCard } from "./cards";
import styles from "./DecideDialog.module.css";

/** A decision about one application: which, why, and on which scorecards it rests (all of them to begin with). */
export function DecideDialog({ row, plan, onClose }: { row: DebriefRow; plan: Plan; onClose: () => void }): ReactNode {
  const cards = cardsOfRow(row, plan);
  const [kind, setKind] = useState<DecisionKind | null>(null);
  const [reason, setReason] = useState("");
  const [why, setWhy] = useState("");
  const [chosen, setChosen] = useState(() => cards.map((card) => card.id));
  const marked = useRead("candidateShow", [row.candidate_id]).data?.do_not_contact ?? null;
  const said = { quietErrors: true, undo: true, onDone: onClose, said: (done: Done<Decision>) => `${row.candidate_name}: ${DECIDED[done.value.kind].toLowerCase()}.${cancelledText(done.changed)}` };
  const make = useWrite("decisionMake", said);
  const despite = useWrite("decisionMakeDespite", said);
  const error = make.error ?? despite.error;
  const asksWhy = marked !== null && (kind === "advance" || kind === "hire");
  const ending = decisionEnds(kind, row.stage) ? endingText(row.interviews_open) : null;
  const toggle = (id: string, on: boolean) => setChosen(on ? [...chosen, id] : chosen.filter((other) => other !== id));
  const decide = () => {
    if (!kind) return;
    const input = { application_id: row.application_id, kind, reason: reason.trim(), scorecard_ids: chosen };
    if (asksWhy && why.trim() !== "") despite.mutate([input, why.trim()]);
    else make.mutate([input]);
  };
  return (
    <Dialog
      title={`Decide about ${row.candidate_name}`}
      isOpen
      wide
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="main" onPress={decide} isDisabled={kind === null || reason.trim() === ""} isPending={make.isPending || despite.isPending}>
            {kind ? `Record decision: ${DECISIONS[kind].toLowerCase()}` : "Record decision"}
          </Button>
        </>
      }
    >
      <p className={styles.note}>
        Under version {plan.version} of the plan: {row.score === null ? "no score yet" : `score ${scoreText(row.score)}`}, {percentText(row.coverage)} of the weight assessed.
        {row.interviews_open > 0 && ` ${row.interviews_open} still open.`} The decision is yours; the score does not make it.
      </p>
      <RadioGroup label="Decision" value={kind} onChange={setKind} options={optionsOf(DECISIONS)} across />
      {ending && <p role="status">{ending}</p>}
      <TextArea label="Reason" value={reason} onChange={setReason} rows={4} isRequired description="In words that could be read out to the candidate a year from now." />
      {asksWhy && <TextField label="Why despite do-not-contact" value={why} onChange={setWhy} description={`${row.candidate_name} asked not to be contacted. A stage that means getting in touch needs a word on why; it stands in the history.`} />}
      <fieldset className={styles.cards}>
        <legend>It rests on</legend>
        {cards.length === 0 && <p className={styles.note}>No scorecard is in. The decision says that it rests on none.</p>}
        {cards.map((card) => (
          <Checkbox key={card.id} isSelected={chosen.includes(card.id)} onChange={(on) => toggle(card.id, on)}>
            <CardLine card={card} />
          </Checkbox>
        ))}
      </fieldset>
      {error && <ErrorState inset {...describeError(error)} />}
    </Dialog>
  );
}

function CardLine({ card }: { card: ChosenCard }): ReactNode {
  return (
    <>
      {card.assessment}, {card.person}: {scoreText(card.score)}, {RECOMMENDATIONS[card.recommendation].toLowerCase()}
      {!card.independent && " (not independent)"}
    </>
  );
}
