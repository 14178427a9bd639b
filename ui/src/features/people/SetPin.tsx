import { useState } from "react";
import { useWrite } from "../../app/queries";
import { Dialog, Form, TextField } from "../../kit";

/** Sets the PIN of whoever is at the keyboard. */
export function SetPin({ hasPin, onClose }: { hasPin: boolean; onClose: () => void }) {
  const [current, setCurrent] = useState("");
  const [pin, setPin] = useState("");
  const [again, setAgain] = useState("");
  const set = useWrite("personSetPin", { quietErrors: true, onDone: onClose, said: "Your PIN is set." });
  const wrong = set.error?.code === "wrong-pin" ? set.error.message : null;
  const differs = again !== "" && again !== pin;
  return (
    <Dialog title="Set my PIN" isOpen onClose={onClose}>
      <Form action="Set PIN" onSubmit={() => set.mutate([current, pin])} isPending={set.isPending} isDisabled={pin === "" || again !== pin || (hasPin && current === "")} error={wrong ? null : set.error}>
        {hasPin && <TextField label="PIN until now" type="password" value={current} onChange={setCurrent} autoFocus autoComplete="off" error={wrong} />}
        <TextField label="New PIN" type="password" value={pin} onChange={setPin} autoFocus={!hasPin} autoComplete="off" />
        <TextField label="New PIN again" type="password" value={again} onChange={setAgain} autoComplete="off" error={differs ? "The two differ." : null} />
      </Form>
    </Dialog>
  );
}
