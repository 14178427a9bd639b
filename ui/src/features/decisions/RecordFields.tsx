import type { ReactNode } from "react";
import type { ConsideredOption } from "../../generated/bindings";
import { Button, Columns, IconButton, icons, TextArea, TextField } from "../../kit";
import styles from "./DecisionForm.module.css";

/** The ways that were considered, each with why it was not taken; those that are open are offered, and taken in one by one. */
export function OptionFields({ options, offered, onChange }: { options: ConsideredOption[]; offered: readonly string[]; onChange: (options: ConsideredOption[]) => void }): ReactNode {
  const change = (at: number, part: Partial<ConsideredOption>) => onChange(options.map((one, i) => (i === at ? { ...one, ...part } : one)));
  const take = (option: string) => onChange([...options, { option, because: "" }]);
  return (
    <fieldset className={styles.part}>
      <legend>Options considered</legend>
      <p className={styles.note}>Other ways that were really weighed, and why each was not taken. The record names only those that you take in here.</p>
      {options.map((one, at) => (
        <div key={at} className={styles.option}>
          <TextField label={`Option ${at + 1}`} hideLabel value={one.option} onChange={(option) => change(at, { option })} placeholder="Another way" />
          <TextField label={`Why not option ${at + 1}`} hideLabel value={one.because} onChange={(because) => change(at, { because })} placeholder="Why not" />
          <IconButton label={`Take out option ${at + 1}`} small onPress={() => onChange(options.filter((_, i) => i !== at))}>{icons.close}</IconButton>
        </div>
      ))}
      <div className={styles.offered}>
        {offered.map((one) => <Button key={one} small onPress={() => take(one)} aria-label={`Considered: ${one}`}>{one}</Button>)}
        <Button small kind="quiet" onPress={() => take("")}>Add an option</Button>
      </div>
    </fieldset>
  );
}

/** What follows from a decision: what is expected, and what nobody can know yet. */
export function ConsequenceFields({ threeMonths, sixMonths, unknown, onChange }: {
  threeMonths: string;
  sixMonths: string;
  unknown: string;
  onChange: (part: { threeMonths?: string; sixMonths?: string; unknown?: string }) => void;
}): ReactNode {
  return (
    <fieldset className={styles.part}>
      <legend>Consequences</legend>
      <Columns>
        <TextArea label="Expected after three months" rows={2} value={threeMonths} onChange={(text) => onChange({ threeMonths: text })} />
        <TextArea label="Expected after six months" rows={2} value={sixMonths} onChange={(text) => onChange({ sixMonths: text })} />
      </Columns>
      <TextArea label="What remains unknown" rows={2} value={unknown} onChange={(text) => onChange({ unknown: text })} />
    </fieldset>
  );
}
