import { useState, type ReactNode } from "react";
import type { Interview } from "../../generated/bindings";
import { describeError } from "../../app/call";
import { useRead, useWrite } from "../../app/queries";
import { ConfirmDialog, ErrorState, Loaded, Select, TextArea } from "../../kit";

/** Gives an open interview to somebody else. */
export function ReassignDialog({ interview, onClose }: { interview: Interview; onClose: () => void }): ReactNode {
  const people = useRead("personList", []);
  const [person, setPerson] = useState<string | null>(null);
  const write = useWrite("interviewReassign", { quietErrors: true, undo: true, onDone: onClose, said: (done) => `Given to ${done.value.person_name}.` });
  return (
    <ConfirmDialog title={`Give this interview to somebody else`} isOpen onClose={onClose} confirmLabel="Reassign interview" onConfirm={() => person && write.mutate([interview.id, person])} isDisabled={person === null} isPending={write.isPending}>
      <p>{interview.assessment_title} of {interview.candidate_name} is with {interview.person_name} now. A draft they have begun stays theirs and does not go along.</p>
      <Loaded query={people} rows={1}>
        {(list) => <Select label="Person" value={person} onChange={setPerson} options={list.filter((p) => !p.archived && p.id !== interview.person_id).map((p) => ({ id: p.id, label: p.name }))} />}
      </Loaded>
      {write.error && <ErrorState inset {...describeError(write.error)} />}
    </ConfirmDialog>
  );
}

/** Cancels an open interview, with a reason that stays. */
export function CancelDialog({ interview, onClose }: { interview: Interview; onClose: () => void }): ReactNode {
  const [reason, setReason] = useState("");
  const write = useWrite("interviewCancel", { quietErrors: true, undo: true, onDone: onClose, said: "Interview cancelled." });
  return (
    <ConfirmDialog title="Cancel this interview" isOpen onClose={onClose} danger confirmLabel="Cancel interview" onConfirm={() => write.mutate([interview.id, reason.trim()])} isDisabled={reason.trim() === ""} isPending={write.isPending}>
      <p>{interview.assessment_title} of {interview.candidate_name} by {interview.person_name} will not be held. It counts as not assessed, never as nought.</p>
      <TextArea label="Reason" value={reason} onChange={setReason} isRequired autoFocus />
      {write.error && <ErrorState inset {...describeError(write.error)} />}
    </ConfirmDialog>
  );
}
