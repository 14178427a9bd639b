import { useState } from "react";
import type { Person } from "../generated/bindings";
import { RadioGroup } from "../kit";
import { PinForm } from "./PinForm";
import styles from "./PinForm.module.css";

/** The people who may sit down, then the chosen one's PIN. */
export function PersonChoice({ people, onDone }: { people: Person[]; onDone?: () => void }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const person = people.find((one) => one.id === chosen);
  return (
    <div className={styles.choice}>
      <RadioGroup label="People of this workspace" hideLabel value={chosen} onChange={setChosen} options={people.map((one) => ({ id: one.id, label: one.name, hint: one.has_pin ? undefined : "no PIN set" }))} />
      {person && <PinForm key={person.id} person={person} onDone={onDone} />}
    </div>
  );
}
