import type { ReactNode } from "react";
import type { CompetencyCoverage, CriterionMapping, Observing, RoleCompetency } from "../../generated/bindings";
import { useRead } from "../../app/queries";
import { Loaded } from "../../kit";
import styles from "./CoverageMatrix.module.css";
import { MappedNote } from "./MappedNote";
import { observingOf, seldom } from "./plan";

/** What the matrix says of an assessment: a stored one, or one that is being written. */
export type Column = Observing & { key: string; title: string; mapping: CriterionMapping[] };

/** The matrix of a plan that is being written: of a role, or of one that is not made yet; it follows what the role asks for and each assessment's rubric and mapping. */
export function DraftCoverage({ roleId, asked, assessments }: { roleId: string | null; asked: readonly RoleCompetency[]; assessments: readonly Column[] }): ReactNode {
  const query = useRead("planCoverage", [roleId, asked.map((one) => one.slug), observingOf(assessments)], { keepPrevious: true });
  const own = (row: CompetencyCoverage) => ({ ...row, title: asked.find((one) => one.slug === row.slug)?.title ?? row.title });
  return <Loaded query={query} rows={4}>{(coverage) => <CoverageMatrix coverage={coverage.map(own)} assessments={assessments} asked={asked.map((one) => one.slug)} />}</Loaded>;
}

/** Competencies by assessments: what the plan looks at where, and what it does not look at. */
export function CoverageMatrix({ coverage, assessments, asked }: { coverage: CompetencyCoverage[]; assessments: readonly Column[]; asked: string[] }): ReactNode {
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
            <th key={assessment.key} scope="col">{assessment.title}</th>
          ))}
          <th scope="col">Looked at</th>
        </tr>
      </thead>
      <tbody>
        {coverage.map((row) => (
          <tr key={row.slug}>
            <th scope="row">{row.title}</th>
            {assessments.map((assessment, place) => {
              const seen = (row.criteria[place] ?? 0) > 0;
              return (
                <td key={assessment.key} className={seen ? styles.yes : undefined}>
                  <span aria-hidden="true">{seen ? "●" : ""}</span>
                  <span className="visually-hidden">{seen ? "observed" : "not observed"}</span>
                </td>
              );
            })}
            <td className={asked.includes(row.slug) && row.assessments < 2 ? styles.gap : styles.count}>{times(row.assessments)}</td>
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
