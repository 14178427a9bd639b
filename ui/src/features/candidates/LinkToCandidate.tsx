import { useState } from "react";
import { useRead, useWrite } from "../../app/queries";
import type { CandidateDetail } from "../../generated/bindings";
import { ButtonLink, ComboBox, Dialog, EmptyState, Form, Loaded } from "../../kit";

/** Chooses among the accounts nobody has. */
export function LinkToCandidate({ candidate, onClose }: { candidate: CandidateDetail; onClose: () => void }) {
  const [account, setAccount] = useState<string | null>(null);
  const accounts = useRead("accountUnlinked", [""]);
  const link = useWrite("candidateLink", { quietErrors: true, onDone: onClose, said: `The account is linked to ${candidate.name}.`, undo: true });
  return (
    <Dialog title={`Link an account to ${candidate.name}`} isOpen onClose={onClose}>
      <Loaded query={accounts} rows={2}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState inset title="Every imported account has its candidate" action={<ButtonLink to="/import">Import snapshots</ButtonLink>} />
          ) : (
            <Form action="Link account" onSubmit={() => account && link.mutate([candidate.id, account])} isPending={link.isPending} isDisabled={!account} error={link.error}>
              <ComboBox label="Account" autoFocus value={account} onChange={setAccount} options={rows.map((row) => ({ id: row.id, label: row.login, hint: row.host }))} />
            </Form>
          )
        }
      </Loaded>
    </Dialog>
  );
}
