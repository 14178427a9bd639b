import { useState } from "react";
import { useRead, useWrite } from "../../app/queries";
import type { CandidateDetail } from "../../generated/bindings";
import { ButtonLink, Dialog, EmptyState, Form, formatDate, Loaded, RadioGroup } from "../../kit";

/** Says that a snapshot without an account (a git clone, a bundle) is this candidate's. */
export function LinkSnapshot({ candidate, onClose }: { candidate: CandidateDetail; onClose: () => void }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const snapshots = useRead("snapshotUnlinked", []);
  const link = useWrite("snapshotLink", { quietErrors: true, onDone: onClose, said: `The snapshot is ${candidate.name}'s.`, undo: true });
  return (
    <Dialog title={`A snapshot of ${candidate.name}`} isOpen onClose={onClose}>
      <Loaded query={snapshots} rows={2}>
        {(rows) => {
          const alone = rows.filter((one) => one.account === null);
          return alone.length === 0 ? (
            <EmptyState inset title="Every imported snapshot has its candidate" action={<ButtonLink to="/import">Import snapshots</ButtonLink>} />
          ) : (
            <Form action="It is theirs" onSubmit={() => chosen && link.mutate([chosen, candidate.id])} isPending={link.isPending} isDisabled={!chosen} error={link.error}>
              <RadioGroup label="Snapshots that name nobody" value={chosen} onChange={setChosen} options={alone.map((one) => ({ id: one.id, label: one.name, hint: `imported ${formatDate(one.imported_at)} from ${one.origin}` }))} />
            </Form>
          );
        }}
      </Loaded>
    </Dialog>
  );
}
