import { useState } from "react";
import { useWrite } from "../../app/queries";
import type { CandidateDetail } from "../../generated/bindings";
import { Button, DateText, Dialog, Form, Row, Section, TextField } from "../../kit";

/** The mark that the rest of the program obeys: seeing it, setting it, taking it off. */
export function DoNotContact({ candidate }: { candidate: CandidateDetail }) {
  const [asking, setAsking] = useState(false);
  const mark = candidate.do_not_contact;
  return (
    <Section title="Do not contact" note="Set it when they ask for it, and answer promptly: GitHub's terms and the law want that. No application then comes where that means getting in touch, and whoever is erased with the mark is recognised when they come in again.">
      {mark && (
        <p>
          Since <DateText value={mark.at} />
          {mark.by && ` by ${mark.by}`}: {mark.reason}
          {mark.request && ` (${mark.request})`}
        </p>
      )}
      <Row>
        <Button onPress={() => setAsking(true)}>{mark ? "Take the mark off…" : "Mark as do not contact…"}</Button>
      </Row>
      {asking && (mark ? <TakeOff candidate={candidate} onClose={() => setAsking(false)} /> : <Mark candidate={candidate} onClose={() => setAsking(false)} />)}
    </Section>
  );
}

function Mark({ candidate, onClose }: { candidate: CandidateDetail; onClose: () => void }) {
  const [reason, setReason] = useState("");
  const [request, setRequest] = useState("");
  const mark = useWrite("candidateDoNotContact", { quietErrors: true, onDone: onClose, said: (done) => `${done.value.name} is not to be contacted.`, undo: true });
  return (
    <Dialog title={`Not to contact ${candidate.name}?`} isOpen onClose={onClose}>
      <Form action="Mark" onSubmit={() => mark.mutate([candidate.id, { reason, request }])} isPending={mark.isPending} isDisabled={!reason.trim()} error={mark.error}>
        <TextField label="Why" value={reason} onChange={setReason} autoFocus />
        <TextField label="How the request came" value={request} onChange={setRequest} placeholder="Their mail of 3 Nov" />
      </Form>
    </Dialog>
  );
}

function TakeOff({ candidate, onClose }: { candidate: CandidateDetail; onClose: () => void }) {
  const [reason, setReason] = useState("");
  const take = useWrite("candidateMayContact", { quietErrors: true, onDone: onClose, said: (done) => `${done.value.name} may be contacted again.`, undo: true });
  return (
    <Dialog title={`May ${candidate.name} be contacted again?`} isOpen onClose={onClose}>
      <Form action="Take the mark off" onSubmit={() => take.mutate([candidate.id, reason])} isPending={take.isPending} isDisabled={!reason.trim()} error={take.error}>
        <TextField label="Why" value={reason} onChange={setReason} autoFocus />
      </Form>
    </Dialog>
  );
}
