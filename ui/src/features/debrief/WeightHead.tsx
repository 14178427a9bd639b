import { useId, type ReactNode } from "react";
import type { PlanAssessment } from "../../generated/bindings";
import styles from "./WeightHead.module.css";

/** An assessment's head: its title and its weight, which can be dragged to see what the order would be. */
export function WeightHead({ assessment, weight, onChange }: { assessment: PlanAssessment; weight: number; onChange: (weight: number) => void }): ReactNode {
  const id = useId();
  const tried = weight !== assessment.weight;
  return (
    <div className={styles.head}>
      <span className={styles.title}>{assessment.title}</span>
      <label htmlFor={id} className={styles.weight}>
        <span className="visually-hidden">Weight of {assessment.title}, in per cent</span>
        <span className={tried ? styles.tried : styles.figure} aria-hidden="true">
          {weight}%{tried && <span className={styles.was}> was {assessment.weight}</span>}
        </span>
      </label>
      <input id={id} className={styles.slider} type="range" min={0} max={100} step={1} value={weight} onChange={(event) => onChange(event.target.valueAsNumber)} />
    </div>
  );
}
