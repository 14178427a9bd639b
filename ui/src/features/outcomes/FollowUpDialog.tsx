import { useState, type ReactNode } from "react";
import type { FollowUp } from "../../generated/bindings";
import { describeError } from "../../app/call";
import { useWrite } from "../../app/queries";
import { Button, Dialog, ErrorState, RadioGroup, Select, Stack, TextArea, type Option } from "../../kit";
import { metOf, RATINGS, saysSomething, type GoalAnswer } from "./outcome";

const ANSWERS: Option<GoalAnswer>[] = [
  { id: "met", label: "Met" },
  { id: "not-met", label: "Not met" },
  { id: "unknown", label: "Cannot be said yet" },
];
const RATING_OPTIONS: Option<string>[] = [{ id: "none", label: "No rating" }, ...Object.entries(RATINGS).map(([id, label]) => ({ id, label }))];

/** Asks what became of a hire: the role's goals, the manager's rating. */
export function FollowUpDialog({ followUp, onClose }: { followUp: FollowUp; onClose: () => void }): ReactNode {
  const { who, month } = followUp;
  const [answers, setAnswers] = useState<GoalAnswer[]>(() => followUp.goals.map(() => "unknown"));
  const [rating, setRating] = useState<string>("none");
  const [note, setNote] = useState("");
  const keep = useWrite("outcomeKeep", { quietErrors: true, onDone: onClose, said: `What became of ${who.name} is kept.` });
  const goals = followUp.goals.map((goal, i) => ({ goal, met: metOf(answers[i] ?? "unknown") }));
  const manager = rating === "none" ? null : Number(rating);
  return (
    <Dialog
      title={`${who.name}, ${month} months on`}
      isOpen
      wide
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="main" isDisabled={!saysSomething(goals, manager)} isPending={keep.isPending} onPress={() => keep.mutate([{ application_id: followUp.application_id, month, goals, manager_rating: manager, note: note.trim(), ahead: false }])}>
            Keep what became of {who.name}
          </Button>
        </>
      }
    >
      <Stack>
        <p>Hired as {followUp.role_title}. What you say here is held against the scores of the interviews, to see whether they predict anything.</p>
        {followUp.goals.map((goal, i) => (
          <RadioGroup key={goal} label={goal} across value={answers[i] ?? "unknown"} onChange={(answer) => setAnswers(answers.map((old, j) => (j === i ? answer : old)))} options={ANSWERS} />
        ))}
        <Select label="The manager's rating" value={rating} onChange={setRating} options={RATING_OPTIONS} />
        <TextArea label="Anything else worth remembering" value={note} onChange={setNote} rows={3} />
        {keep.error && <ErrorState inset {...describeError(keep.error)} />}
      </Stack>
    </Dialog>
  );
}
