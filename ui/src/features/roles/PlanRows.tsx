import { useState, type PointerEvent, type ReactNode } from "react";
import type { AssessmentKind, RoleCompetency, RubricSummary } from "../../generated/bindings";
import { useRead } from "../../app/queries";
import { ASSESSMENTS, minutesText } from "../../app/words";
import { Button, dragRow, IconButton, icons, Loaded, moved, NumberField, Select, TextField } from "../../kit";
import { toHundred } from "../../kit/weights";
import { addRow, timeQuestions, totalMinutes, type PlanRow } from "./plan";
import { MappingEditor } from "./MappingEditor";
import styles from "./PlanRows.module.css";
import { WeightBar } from "./WeightBar";

/** Takes over the choice of a rubric that is an act of its own; false leaves it to the row. */
export type OnRubric = (row: PlanRow, rubric: RubricSummary) => boolean;

type PlanRowsProps = { rows: PlanRow[]; competencies: RoleCompetency[]; onChange: (rows: PlanRow[]) => void; onRubric?: OnRubric };

/** The assessments of a plan while they are edited: order, weight with its reason, time box, rubric, kit, what it observes; the bar keeps the sum in sight. */
export function PlanRows({ rows, competencies, onChange, onRubric }: PlanRowsProps): ReactNode {
  // A drag tells several moves before the next drawing: each starts from the rows as the one before left them.
  const drag = (event: PointerEvent<HTMLElement>) => {
    let now = rows;
    dragRow(event, (from, to) => {
      now = moved(now, from, to);
      onChange(now);
    });
  };
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
              <span className={styles.grip} title={`Drag ${row.title} to another place`} aria-hidden="true" onPointerDown={drag}>{icons.grip}</span>
              <IconButton label={`Move ${row.title} up`} small isDisabled={i === 0} onPress={() => onChange(moved(rows, i, i - 1))}>{icons.up}</IconButton>
              <IconButton label={`Move ${row.title} down`} small isDisabled={i === rows.length - 1} onPress={() => onChange(moved(rows, i, i + 1))}>{icons.down}</IconButton>
            </div>
            <TextField label={ASSESSMENTS[row.kind]} value={row.title} onChange={(title) => change(i, { title })} />
            <NumberField label="Weight" unit="%" min={0} max={100} value={row.weight} onChange={(weight) => change(i, { weight })} />
            <NumberField label="Time box" unit="min" min={5} max={480} step={5} value={row.minutes} onChange={(minutes) => change(i, { minutes })} />
            <TextField label="Why this weight" value={row.weight_reason} onChange={(weight_reason) => change(i, { weight_reason })} />
            <IconButton label={`Take ${row.title} out of the plan`} onPress={() => onChange(rows.filter((_, other) => other !== i))}>{icons.close}</IconButton>
            <ByWhat row={row} onRubric={onRubric} onChange={(part) => change(i, part)} />
            <MappingEditor row={row} competencies={competencies} onChange={(mapping) => change(i, { mapping })} />
          </li>
        ))}
      </ol>
      <div className={styles.foot}>
        <AddAssessment rows={rows} onChange={onChange} />
        <Button small onPress={() => onChange(toHundred(rows))}>Bring the weights to 100</Button>
        <CandidateTime rows={rows} />
      </div>
    </div>
  );
}

/** The candidate's whole time, and what is to be asked about it. */
export function CandidateTime({ rows }: { rows: readonly { kind: AssessmentKind; title: string; minutes: number }[] }): ReactNode {
  return (
    <p className={styles.time} role="status">
      Candidate's time: <strong>{minutesText(totalMinutes(rows))}</strong>
      {timeQuestions(rows).map((question) => (
        <span key={question} className={styles.warn}> {question}</span>
      ))}
    </p>
  );
}

/** The rubric's version by which an assessment is rated, and the kit by which it is held. */
function ByWhat({ row, onRubric, onChange }: { row: PlanRow; onRubric?: OnRubric; onChange: (part: Partial<PlanRow>) => void }): ReactNode {
  const rubrics = (useRead("rubricList", []).data ?? []).filter((one) => one.kind === row.kind);
  const kits = (useRead("kitList", []).data ?? []).filter((one) => one.kind === row.kind);
  const chooseRubric = (key: string) => {
    const rubric = rubrics.find((one) => rubricKey(one) === key);
    if (rubric && !onRubric?.(row, rubric)) onChange({ rubric_id: rubric.id, rubric_version: rubric.version, mapping: [] });
  };
  const chooseKit = (key: string) => {
    const kit = kits.find((one) => rubricKey(one) === key);
    onChange({ kit: kit ? { id: kit.id, version: kit.version } : null });
  };
  return (
    <div className={styles.by}>
      <Select label="Rubric" value={`${row.rubric_id}@${row.rubric_version}`} onChange={chooseRubric} options={rubrics.map((one) => ({ id: rubricKey(one), label: `${one.title}, version ${one.version}` }))} />
      <Select label="Kit" value={row.kit ? rubricKey(row.kit) : "none"} onChange={chooseKit} options={[...kits.map((one) => ({ id: rubricKey(one), label: one.title, hint: minutesText(one.minutes) })), { id: "none", label: "None: the team's own task" }]} />
    </div>
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
