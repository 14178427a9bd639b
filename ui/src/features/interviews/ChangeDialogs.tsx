import { useState, type ReactNode } from "react";
import type { Interview } from "../../generated/bindings";
import { describeError } from "../../app/call";
import { useRead, useWrite } from "../../app/queries";
import { ConfirmDialog, ErrorState, Loaded, localZone, Select, TextArea } from "../../kit";
import type { Change } from "./actions";
import { tellRemarks } from "./remarks";
import { TimeFields, timeOf } from "./TimeFields";

/** The dialog of a change; how it goes on is said in it. */
export function ChangeDialog({ change, interview, onClose }: { change: Change; interview: Interview; onClose: () => void }): ReactNode {
  if (change === "reassign") return <ReassignDialog interview={interview} onClose={onClose} />;
  if (change === "reschedule") return <RescheduleDialog interview={interview} onClose={onClose} />;
  return <CancelDialog interview={interview} onClose={onClose} />;
}

/** Gives an open interview a time, or another one. */
function RescheduleDialog({ interview, onClose }: { interview: Interview; onClose: () => void }): ReactNode {
  const [starts, setStarts] = useState(interview.starts_local?.replace("T", " ") ?? "");
  const [zone, setZone] = useState<string | null>(interview.zone ?? localZone());
  const write = useWrite("interviewReschedule", { quietErrors: true, undo: true, onDone: (done) => (onClose(), void tellRemarks(done.value.id)), said: "The interview has its time. Save it for the calendar again." });
  const time = timeOf(starts, zone);
  return (
    <ConfirmDialog title={interview.starts_local === null ? "Give this interview a time" : "Change the time of this interview"} isOpen onClose={onClose} confirmLabel="Set the time" onConfirm={() => time && write.mutate([interview.id, time])} isDisabled={time === null} isPending={write.isPending}>
      <p>{interview.assessment_title} of {interview.candidate_name} by {interview.person_name}: {interview.minutes} minutes.</p>
      <TimeFields label="Local time" starts={starts} zone={zone} onStarts={setStarts} onZone={setZone} />
      {write.error && <ErrorState inset {...describeError(write.error)} />}
    </ConfirmDialog>
  );
}

/** Gives an open interview to somebody else. */
function ReassignDialog({ interview, onClose }: { interview: Interview; onClose: () => void }): ReactNode {
  const people = useRead("personList", []);
  const [person, setPerson] = useState<string | null>(null);
  const write = useWrite("interviewReassign", { quietErrors: true, undo: true, onDone: (done) => (onClose(), void tellRemarks(done.value.id)), said: (done) => `Reassigned to ${done.value.person_name}.` });
  return (
    <ConfirmDialog title="Reassign this interview" isOpen onClose={onClose} confirmLabel="Reassign interview" onConfirm={() => person && write.mutate([interview.id, person])} isDisabled={person === null} isPending={write.isPending}>
      <p>{interview.assessment_title} of {interview.candidate_name} is with {interview.person_name} now. A draft they have begun stays theirs and does not go along.</p>
      <Loaded query={people} rows={1}>
        {(list) => <Select label="Person" value={person} onChange={setPerson} options={list.filter((p) => !p.archived && p.id !== interview.person_id).map((p) => ({ id: p.id, label: p.name }))} />}
      </Loaded>
      {write.error && <ErrorState inset {...describeError(write.error)} />}
    </ConfirmDialog>
  );
}

/** Cancels an open interview, with a reason that stays. */
function CancelDialog({ interview, onClose }: { interview: Interview; onClose: () => void }): ReactNode {
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
