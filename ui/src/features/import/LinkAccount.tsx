import { useState } from "react";
import { useRead, useWrite } from "../../app/queries";
import type { Account } from "../../generated/bindings";
import { Button, ComboBox, Dialog, Form, Note } from "../../kit";

const OFFERED = 500;

/** Says that an account is a candidate one already has. */
export function LinkAccount({ account }: { account: Account }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button small onPress={() => setOpen(true)}>
        Link to a candidate…
      </Button>
      {isOpen && <LinkDialog account={account} onClose={() => setOpen(false)} />}
    </>
  );
}

function LinkDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const [candidate, setCandidate] = useState<string | null>(null);
  const page = useRead("candidateList", [{ text: "", source: null, stage: null, role_id: null, language: null, sort: "name", descending: false, offset: 0, limit: OFFERED }]);
  const link = useWrite("candidateLink", { quietErrors: true, onDone: onClose, said: (done) => `${account.login} is linked to ${done.value.name}.`, undo: true });
  const rows = page.data?.rows;
  return (
    <Dialog title={`Whose account is ${account.login}?`} isOpen onClose={onClose}>
      <Form action="Link account" onSubmit={() => candidate && link.mutate([candidate, account.id])} isPending={link.isPending} isDisabled={!candidate} error={link.error}>
        {rows && <ComboBox label="Candidate" autoFocus value={candidate} onChange={setCandidate} options={rows.map((row) => ({ id: row.id, label: row.name, hint: row.headline }))} />}
        <Note small>You can unlink it again on the candidate's page.</Note>
      </Form>
    </Dialog>
  );
}
