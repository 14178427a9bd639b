import { useState } from "react";
import { useWrite } from "../../app/queries";
import type { Person } from "../../generated/bindings";
import { Dialog, Form, TextField } from "../../kit";

/** Gives a person another name; what they did keeps pointing to them. */
export function RenamePerson({ person, onClose }: { person: Person; onClose: () => void }) {
  const [name, setName] = useState(person.name);
  const rename = useWrite("personRename", { quietErrors: true, onDone: onClose });
  return (
    <Dialog title={`Rename ${person.name}`} isOpen onClose={onClose}>
      <Form action="Rename" onSubmit={() => rename.mutate([person.id, name.trim()])} isPending={rename.isPending} isDisabled={name.trim() === "" || name.trim() === person.name} error={rename.error}>
        <TextField label="Name" value={name} onChange={setName} autoFocus />
      </Form>
    </Dialog>
  );
}
