import { useState } from "react";
import { useWrite } from "../../app/queries";
import { Dialog, Form, TextField } from "../../kit";

/** Adds somebody who interviews or decides here, with a PIN of their own. */
export function AddPerson({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState("");
  const [pin, setPin] = useState("");
  const add = useWrite("personAdd", { quietErrors: true, onDone: onClose, said: (done) => `${done.value.name} is added.` });
  return (
    <Dialog title="Add a person" isOpen onClose={onClose}>
      <Form action="Add person" onSubmit={() => add.mutate([name.trim(), pin])} isPending={add.isPending} isDisabled={name.trim() === ""} error={add.error}>
        <TextField label="Name" value={name} onChange={setName} autoFocus />
        <TextField label="First PIN" type="password" value={pin} onChange={setPin} autoComplete="off" description="Four digits or more. They can change it when they sit down; empty leaves it unset." />
      </Form>
    </Dialog>
  );
}
