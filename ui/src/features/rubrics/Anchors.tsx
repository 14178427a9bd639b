import type { ReactNode } from "react";
import type { Criterion, Rubric, Seniority } from "../../generated/bindings";
import { levelClass, Section } from "../../kit";
import styles from "./RubricScreen.module.css";

/** The criteria of a rubric by its levels, as a grid that prints on a page. */
export function Anchors({ rubric }: { rubric: Rubric }): ReactNode {
  const levels = Array.from({ length: rubric.levels }, (_, i) => i + 1);
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label="Anchors">
      <table className={styles.grid}>
        <caption className="visually-hidden">Anchors of {rubric.title}: criteria by levels</caption>
        <thead>
          <tr>
            <th scope="col">Criterion</th>
            {levels.map((level) => (
              <th key={level} scope="col" className={levelClass(level)}>{level}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rubric.criteria.map((criterion) => (
            <tr key={criterion.id}>
              <th scope="row">
                {criterion.title}
                <span className={styles.weight}>{criterion.weight}%</span>
                <span className={styles.expected}>{expectedText(criterion)}</span>
              </th>
              {criterion.anchors.map((anchor, i) => (
                <td key={i}>{anchor}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The levels of seniority, in their order. */
export const LEVELS: Seniority[] = ["mid", "senior", "staff"];

function expectedText(criterion: Criterion): string {
  return `expected: ${LEVELS.map((s) => `${s} ${criterion.expected[s].level}`).join(", ")}`;
}

/** The red flags of a rubric, each with what is none. */
export function RedFlags({ rubric }: { rubric: Rubric }): ReactNode {
  if (rubric.red_flags.length === 0) return null;
  return (
    <Section title="Red flags" note="A red flag needs its evidence, and each says what is not one.">
      <ul className={styles.flags}>
        {rubric.red_flags.map((flag) => (
          <li key={flag.id}>
            <strong>{flag.title}.</strong> Note: {flag.evidence_to_note} <em>Not a red flag: {flag.not_a_red_flag}</em>
          </li>
        ))}
      </ul>
    </Section>
  );
}
