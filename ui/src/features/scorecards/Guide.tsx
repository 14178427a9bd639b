import type { ReactNode } from "react";
import type { Criterion, Seniority } from "../../generated/bindings";
import { SENIORITIES } from "../../app/words";
import styles from "./Guide.module.css";

/** What helps with the criterion in focus: what to observe, what is expected at this level, what to ask, what to look for. */
export function Guide({ criterion, seniority }: { criterion: Criterion; seniority: Seniority }): ReactNode {
  const expected = criterion.expected[seniority];
  return (
    <section className={styles.guide} aria-label={`Guide to ${criterion.title}`}>
      <h2 className={styles.title}>{criterion.title}</h2>
      <p className={styles.observe}>{criterion.observe}</p>
      <h3>{SENIORITIES[seniority]}: level {expected.level} is expected</h3>
      <p>{expected.text}</p>
      <Points title="Ask" points={criterion.probes} />
      <Points title="Look for" points={criterion.look_for} />
    </section>
  );
}

function Points({ title, points }: { title: string; points: string[] }): ReactNode {
  if (points.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </>
  );
}
