import type { ReactNode } from "react";
import type { CompetencyCoverage, PlanAssessment } from "../../generated/bindings";
import styles from "./CoverageMatrix.module.css";
import { MappedNote } from "./MappedNote";
import { seldom } from "./plan";

/** Competencies by assessments: what the plan looks at where, and what it does not look at. */
export function CoverageMatrix({ coverage, assessments, asked }: { coverage: CompetencyCoverage[]; assessments: PlanAssessment[]; asked: string[] }): ReactNode {
  if (coverage.length === 0) return <p className={styles.none}>The role names no competency yet.</p>;
  const { once, never } = seldom(coverage, asked);
  return (
    <>
    <table className={styles.matrix}>
      <caption className="visually-hidden">Which assessment observes which competency</caption>
      <thead>
        <tr>
          <th scope="col">Competency</th>
          {assessments.map((assessment) => (
            <th key={assessment.id} scope="col">{assessment.title}</th>
          ))}
          <th scope="col">Looked at</th>
        </tr>
      </thead>
      <tbody>
        {coverage.map((row) => (
          <tr key={row.slug}>
            <th scope="row">{row.title}</th>
            {assessments.map((assessment) => {
              const seen = row.assessment_ids.includes(assessment.id);
              return (
                <td key={assessment.id} className={seen ? styles.yes : undefined}>
                  <span aria-hidden="true">{seen ? "●" : ""}</span>
                  <span className="visually-hidden">{seen ? "observed" : "not observed"}</span>
                </td>
              );
            })}
            <td className={asked.includes(row.slug) && row.assessment_ids.length < 2 ? styles.gap : styles.count}>{times(row.assessment_ids.length)}</td>
          </tr>
        ))}
      </tbody>
    </table>
    <MappedNote assessments={assessments} coverage={coverage} />
    {never.length > 0 && <p className={styles.gap}>Nobody looks at: {never.join(", ")}.</p>}
    {once.length > 0 && <p className={styles.said}>Observed only once: {once.join(", ")}. One pair of eyes decides there; let a second assessment observe it, or mean it so.</p>}
    {once.length + never.length === 0 && <p className={styles.none}>Everything the role asks for is observed at least twice.</p>}
    </>
  );
}

function times(count: number): string {
  if (count === 0) return "nowhere";
  return count === 1 ? "once" : `${count} times`;
}
