import { useState } from "react";
import { useRead, useWrite } from "../../app/queries";
import type { Account } from "../../generated/bindings";
import { ComboBox, Dialog, EmptyState, Form, Loaded, Note } from "../../kit";

/** Says that an account known by its login only is the same person's as one whose number is known. */
export function JoinAccount({ account, onClose }: { account: Account; onClose: () => void }) {
  const [into, setInto] = useState<string | null>(null);
  const accounts = useRead("accountList", [{ text: "", login_only: false }]);
  const join = useWrite("accountJoin", { quietErrors: true, onDone: onClose, said: `${account.login} is joined.`, undo: true });
  return (
    <Dialog title={`Join ${account.login} to an account`} isOpen onClose={onClose}>
      <Loaded query={accounts} rows={2}>
        {(rows) => {
          const others = rows.filter((one) => one.github_id !== null && one.host === account.host);
          return others.length === 0 ? (
            <EmptyState inset title="No account with a number to join it to">
              Import something that gives the number of {account.login}: a user object, a folder of REST responses.
            </EmptyState>
          ) : (
            <Form action="Join accounts" onSubmit={() => into && join.mutate([account.id, into])} isPending={join.isPending} isDisabled={!into} error={join.error}>
              <ComboBox label="Account whose number is known" autoFocus value={into} onChange={setInto} options={others.map((one) => ({ id: one.id, label: one.login, hint: [`number ${one.github_id}`, ...one.former_logins].join(", ") }))} />
              <Note small>Logins pass from one person to another, so only you can say this. Records keep what they named; it can be taken back.</Note>
            </Form>
          );
        }}
      </Loaded>
    </Dialog>
  );
}
