import { useState, type ReactNode } from "react";
import type { DebriefRow, DecisionKind, Plan } from "../../generated/bindings";
import { describeError } from "../../app/call";
import { cancelledText, decisionEnds, endingText } from "../../app/ending";
import { useWrite } from "../../app/queries";
import { DECIDED, DECISIONS, optionsOf, RECOMMENDATIONS } from "../../app/words";
import { Button, Checkbox, Dialog, ErrorState, percentText, RadioGroup, scoreText, TextArea } from "../../kit";
import { cardsOfRow, type ChosenCard } from "./cards";
import styles from "./DecideDialog.module.css";

/** A decision about one application: which, why, and on which scorecards it rests (all of them to begin with). */
export function DecideDialog({ row, plan, onClose }: { row: DebriefRow; plan: Plan; onClose: () => void }): ReactNode {
  const cards = cardsOfRow(row, plan);
  const [kind, setKind] = useState<DecisionKind | null>(null);
  const [reason, setReason] = useState("");
  const [chosen, setChosen] = useState(() => cards.map((card) => card.id));
  const make = useWrite("decisionMake", { quietErrors: true, undo: true, onDone: onClose, said: (done) => `${row.candidate_name}: ${DECIDED[done.value.kind].toLowerCase()}.${cancelledText(done.changed)}` });
  const ending = decisionEnds(kind, row.stage) ? endingText(row.interviews_open) : null;
  const toggle = (id: string, on: boolean) => setChosen(on ? [...chosen, id] : chosen.filter((other) => other !== id));
  const decide = () => {
    if (kind) make.mutate([{ application_id: row.application_id, kind, reason: reason.trim(), scorecard_ids: chosen }]);
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
          <Button kind="main" onPress={decide} isDisabled={kind === null || reason.trim() === ""} isPending={make.isPending}>
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
      <fieldset className={styles.cards}>
        <legend>It rests on</legend>
        {cards.length === 0 && <p className={styles.note}>No scorecard is in. The decision says that it rests on none.</p>}
        {cards.map((card) => (
          <Checkbox key={card.id} isSelected={chosen.includes(card.id)} onChange={(on) => toggle(card.id, on)}>
            <CardLine card={card} />
          </Checkbox>
        ))}
      </fieldset>
      {make.error && <ErrorState inset {...describeError(make.error)} />}
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
