import type { ReactNode } from "react";
import type { ConsideredOption } from "../../generated/bindings";
import { Button, Columns, IconButton, icons, TextArea, TextField } from "../../kit";
import styles from "./DecisionForm.module.css";

/** The ways that were open, each with why it was not taken. */
export function OptionFields({ options, onChange }: { options: ConsideredOption[]; onChange: (options: ConsideredOption[]) => void }): ReactNode {
  const change = (at: number, part: Partial<ConsideredOption>) => onChange(options.map((one, i) => (i === at ? { ...one, ...part } : one)));
  return (
    <fieldset className={styles.part}>
      <legend>Options considered</legend>
      <p className={styles.note}>The ways that were open, and why each was not taken. Take out what nobody thought of.</p>
      {options.map((one, at) => (
        <div key={at} className={styles.option}>
          <TextField label={`Option ${at + 1}`} hideLabel value={one.option} onChange={(option) => change(at, { option })} placeholder="Another way" />
          <TextField label={`Why not option ${at + 1}`} hideLabel value={one.because} onChange={(because) => change(at, { because })} placeholder="Why not" />
          <IconButton label={`Take out option ${at + 1}`} small onPress={() => onChange(options.filter((_, i) => i !== at))}>{icons.close}</IconButton>
        </div>
      ))}
      <div><Button small onPress={() => onChange([...options, { option: "", because: "" }])}>Add an option</Button></div>
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
