import { useState } from "react";
import { useWrite } from "../../app/queries";
import { Button, Dialog, Form, TextField } from "../../kit";
import { passphraseStrength } from "../../app/strength";

/** Wraps the key under another passphrase; asks for the present one, or the recovery code. */
export function ChangePassphrase({ onClose }: { onClose: () => void }) {
  const [secret, setSecret] = useState("");
  const [byCode, setByCode] = useState(false);
  const [next, setNext] = useState("");
  const [again, setAgain] = useState("");
  const change = useWrite("workspaceChangePassphrase", { quietErrors: true, onDone: onClose, said: "The passphrase is changed." });
  const strength = passphraseStrength(next);
  const wrong = change.error?.code === "wrong-passphrase" ? change.error.message : null;
  return (
    <Dialog title="Change passphrase" isOpen onClose={onClose}>
      <Form
        action="Change passphrase"
        onSubmit={() => change.mutate([byCode ? { recovery_code: secret } : { passphrase: secret }, next])}
        isPending={change.isPending}
        isDisabled={secret === "" || !strength.enough || next !== again}
        error={wrong ? null : change.error}
        beside={
          <Button kind="quiet" onPress={() => setByCode(!byCode)}>
            {byCode ? "Use the passphrase" : "Use the recovery code"}
          </Button>
        }
      >
        <TextField label={byCode ? "Recovery code" : "Passphrase until now"} type={byCode ? "text" : "password"} value={secret} onChange={setSecret} autoFocus autoComplete="off" error={wrong} />
        <TextField label="New passphrase" type="password" value={next} onChange={setNext} autoComplete="new-password" description={strength.words} />
        <TextField label="New passphrase again" type="password" value={again} onChange={setAgain} autoComplete="new-password" error={again !== "" && again !== next ? "The two differ." : null} />
      </Form>
    </Dialog>
  );
}
