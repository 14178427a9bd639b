import { useState, type ReactNode } from "react";
import { describeError } from "../../app/call";
import { useWrite } from "../../app/queries";
import type { CandidateDetail } from "../../generated/bindings";
import { Button, ConfirmDialog, EmptyState, ErrorState, Section } from "../../kit";

/** Says on the page of a candidate whom the viewer reviews blind what is hidden. */
export function BlindNotice({ text }: { text: string }): ReactNode {
  return <Section title="Blind review" note={text}>{null}</Section>;
}

/** In the place of a portfolio, which cannot be blinded: it can be opened, at a price. */
export function BlindPortfolio({ candidate }: { candidate: CandidateDetail }): ReactNode {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <EmptyState title="A portfolio cannot be blinded" action={<Button onPress={() => setAsking(true)}>Open it all the same…</Button>}>
        Repositories and their history say who wrote them. It opens to you once you have submitted for {candidate.name}.
      </EmptyState>
      {asking && <Unblind candidate={candidate} onClose={() => setAsking(false)} />}
    </>
  );
}

function Unblind({ candidate, onClose }: { candidate: CandidateDetail; onClose: () => void }): ReactNode {
  const write = useWrite("candidateUnblind", { quietErrors: true, onDone: onClose, said: "Opened: you are not blind here any more." });
  return (
    <ConfirmDialog title={`Open the portfolio of ${candidate.name}`} isOpen onClose={onClose} danger confirmLabel="Open, and be not blind" onConfirm={() => write.mutate([candidate.id])} isPending={write.isPending}>
      <p>You will see the name everywhere. What you submit for this candidate is then marked “not blind” for ever; it cannot be taken back, and the journal says so.</p>
      {write.error && <ErrorState inset {...describeError(write.error)} />}
    </ConfirmDialog>
  );
}
