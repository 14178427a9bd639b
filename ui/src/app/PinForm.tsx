import { useState } from "react";
import type { Person } from "../generated/bindings";
import { Button, TextField } from "../kit";
import styles from "./PinForm.module.css";
import { useWrite } from "./queries";
import { enterAs } from "./session";

/** Asks for a person's PIN where one is set, and seats them at the keyboard. */
export function PinForm({ person, onDone }: { person: Person; onDone?: () => void }) {
  const [pin, setPin] = useState("");
  const choose = useWrite("viewerChoose", {
    quietErrors: true,
    onDone: (info) => {
      enterAs(info);
      onDone?.();
    },
  });
  const submit = () => choose.mutate([person.id, pin]);
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {person.has_pin && <TextField label={`PIN of ${person.name}`} type="password" value={pin} onChange={setPin} autoFocus autoComplete="off" error={choose.error && `${choose.error.message} ${choose.error.hint}`} />}
      {!person.has_pin && choose.error && <p role="alert">{choose.error.message}</p>}
      <Button kind="main" type="submit" isPending={choose.isPending} isDisabled={person.has_pin && pin === ""} autoFocus={!person.has_pin}>
        Continue as {person.name}
      </Button>
    </form>
  );
}
