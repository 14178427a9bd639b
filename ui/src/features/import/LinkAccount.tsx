import { useState } from "react";
import { useRead, useWrite } from "../../app/queries";
import type { SnapshotSummary } from "../../generated/bindings";
import { Button, ComboBox, Dialog, Form, Note } from "../../kit";

const OFFERED = 500;

/** Says that an account, or a snapshot that has none, is a candidate's whom one already has. */
export function LinkAccount({ snapshot }: { snapshot: SnapshotSummary }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button small onPress={() => setOpen(true)}>
        Link to a candidate…
      </Button>
      {isOpen && <LinkDialog snapshot={snapshot} onClose={() => setOpen(false)} />}
    </>
  );
}

function LinkDialog({ snapshot, onClose }: { snapshot: SnapshotSummary; onClose: () => void }) {
  const { account, name } = snapshot;
  const [candidate, setCandidate] = useState<string | null>(null);
  const page = useRead("candidateList", [{ text: "", source: null, stage: null, role_id: null, language: null, sort: "name", descending: false, offset: 0, limit: OFFERED }]);
  const link = useWrite("candidateLink", { quietErrors: true, onDone: onClose, said: (done) => `${name} is linked to ${done.value.name}.`, undo: true });
  const linkSnapshot = useWrite("snapshotLink", { quietErrors: true, onDone: onClose, said: (done) => `${name} is linked to ${done.value.name}.`, undo: true });
  const say = (who: string) => (account ? link.mutate([who, account.id]) : linkSnapshot.mutate([snapshot.id, who]));
  const rows = page.data?.rows;
  return (
    <Dialog title={account ? `Whose account is ${name}?` : `Whose data is ${name}?`} isOpen onClose={onClose}>
      <Form action={account ? "Link account" : "Link snapshot"} onSubmit={() => candidate && say(candidate)} isPending={link.isPending || linkSnapshot.isPending} isDisabled={!candidate} error={link.error ?? linkSnapshot.error}>
        {rows && <ComboBox label="Candidate" autoFocus value={candidate} onChange={setCandidate} options={rows.map((row) => ({ id: row.id, label: row.name, hint: row.headline }))} />}
        <Note small>You can unlink it again on the candidate's page.</Note>
      </Form>
    </Dialog>
  );
}
