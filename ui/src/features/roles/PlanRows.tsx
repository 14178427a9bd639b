import { useState, type ReactNode } from "react";
import { useRead } from "../../app/queries";
import { ASSESSMENTS, minutesText } from "../../app/words";
import { Button, IconButton, icons, Loaded, NumberField, Select, TextField } from "../../kit";
import { toHundred } from "../../kit/weights";
import { addRow, MOST_MINUTES, moveRow, totalMinutes, type PlanRow } from "./plan";
import styles from "./PlanRows.module.css";
import { WeightBar } from "./WeightBar";

/** The assessments of a plan while they are edited: order, weight with its reason, time box; the bar keeps the sum in sight. */
export function PlanRows({ rows, onChange }: { rows: PlanRow[]; onChange: (rows: PlanRow[]) => void }): ReactNode {
  const change = (index: number, part: Partial<PlanRow>) => onChange(rows.map((row, i) => (i === index ? { ...row, ...part } : row)));
  return (
    <div className={styles.editor}>
      <div className={styles.sticky}>
        <WeightBar parts={rows.map((row) => ({ id: row.key, title: row.title, weight: row.weight }))} />
      </div>
      <ol className={styles.rows}>
        {rows.map((row, i) => (
          <li key={row.key} className={styles.row}>
            <div className={styles.order}>
              <IconButton label={`Move ${row.title} up`} small isDisabled={i === 0} onPress={() => onChange(moveRow(rows, i, -1))}>{icons.up}</IconButton>
              <IconButton label={`Move ${row.title} down`} small isDisabled={i === rows.length - 1} onPress={() => onChange(moveRow(rows, i, 1))}>{icons.down}</IconButton>
            </div>
            <TextField label={ASSESSMENTS[row.kind]} value={row.title} onChange={(title) => change(i, { title })} />
            <NumberField label="Weight" unit="%" min={0} max={100} value={row.weight} onChange={(weight) => change(i, { weight })} />
            <NumberField label="Time box" unit="min" min={5} max={480} step={5} value={row.minutes} onChange={(minutes) => change(i, { minutes })} />
            <TextField label="Why this weight" value={row.weight_reason} onChange={(weight_reason) => change(i, { weight_reason })} />
            <IconButton label={`Take ${row.title} out of the plan`} onPress={() => onChange(rows.filter((_, other) => other !== i))}>{icons.close}</IconButton>
          </li>
        ))}
      </ol>
      <div className={styles.foot}>
        <AddAssessment rows={rows} onChange={onChange} />
        <Button small onPress={() => onChange(toHundred(rows))}>Bring the weights to 100</Button>
        <CandidateTime minutes={totalMinutes(rows)} />
      </div>
    </div>
  );
}

/** The candidate's whole time, and whether it is more than people will give. */
export function CandidateTime({ minutes }: { minutes: number }): ReactNode {
  return (
    <p className={styles.time}>
      Candidate's time: <strong>{minutesText(minutes)}</strong>
      {minutes > MOST_MINUTES && <span className={styles.warn}> – more than five hours; good people drop out</span>}
    </p>
  );
}

function AddAssessment({ rows, onChange }: { rows: PlanRow[]; onChange: (rows: PlanRow[]) => void }): ReactNode {
  const rubrics = useRead("rubricList", []);
  const [added, setAdded] = useState(0);
  return (
    <Loaded query={rubrics} rows={1}>
      {(list) => (
        <Select
          label="Add an assessment"
          hideLabel
          placeholder="Add an assessment…"
          value={null}
          onChange={(key) => {
            const rubric = list.find((r) => rubricKey(r) === key);
            if (!rubric) return;
            setAdded(added + 1);
            onChange(addRow(rows, rubric, `added-${added}`, ASSESSMENTS));
          }}
          options={list.map((rubric) => ({ id: rubricKey(rubric), label: ASSESSMENTS[rubric.kind], hint: rubric.title }))}
        />
      )}
    </Loaded>
  );
}

function rubricKey(rubric: { id: string; version: number }): string {
  return `${rubric.id}@${rubric.version}`;
}
