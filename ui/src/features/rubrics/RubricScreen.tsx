import { useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Criterion, Rubric, Seniority } from "../../generated/bindings";
import { useRead } from "../../app/queries";
import { ASSESSMENTS, count, SENIORITIES } from "../../app/words";
import { Button, EmptyState, levelClass, Loaded, Page, PageBody, Section } from "../../kit";
import { parseRubricPath } from "./path";
import styles from "./RubricScreen.module.css";

const CRUMBS = [{ label: "Rubrics", to: "/rubrics" }];

/** One rubric: the anchors as a grid that prints on a page, then what helps with each criterion. */
export function RubricScreen(): ReactNode {
  const { _splat = "" } = useParams({ from: "/inside/rubrics/$" });
  const address = parseRubricPath(_splat);
  if (!address) {
    return (
      <Page title="Rubric" crumbs={CRUMBS}>
        <EmptyState title="This address names no version of a rubric">Choose one from the library.</EmptyState>
      </Page>
    );
  }
  return <OneRubric id={address.id} version={address.version} />;
}

function OneRubric({ id, version }: { id: string; version: number }): ReactNode {
  const query = useRead("rubricShow", [id, version]);
  const rubric = query.data;
  if (!rubric) return <Page title="Rubric" crumbs={CRUMBS}><Loaded query={query} rows={8}>{() => null}</Loaded></Page>;
  return (
    <Page
      title={rubric.title}
      crumbs={CRUMBS}
      lead={`${ASSESSMENTS[rubric.kind]} · ${count(rubric.criteria.length, "criterion", "criteria")} · version ${rubric.version}`}
      actions={<Button onPress={() => window.print()}>Print</Button>}
    >
      <PageBody className={styles.page}>
        <p className={styles.summary}>{rubric.summary}</p>
        <Anchors rubric={rubric} />
        <RedFlags rubric={rubric} />
        <Section title="Criteria in full">
          {rubric.criteria.map((criterion) => (
            <InFull key={criterion.id} criterion={criterion} />
          ))}
        </Section>
      </PageBody>
    </Page>
  );
}

function Anchors({ rubric }: { rubric: Rubric }): ReactNode {
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

const LEVELS: Seniority[] = ["mid", "senior", "staff"];

function expectedText(criterion: Criterion): string {
  return `expected: ${LEVELS.map((s) => `${s} ${criterion.expected[s].level}`).join(", ")}`;
}

function RedFlags({ rubric }: { rubric: Rubric }): ReactNode {
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

function InFull({ criterion }: { criterion: Criterion }): ReactNode {
  return (
    <article className={styles.full}>
      <h3>{criterion.title}</h3>
      <p>{criterion.observe}</p>
      <p className={styles.why}>Competency {criterion.competency} · weight {criterion.weight}%: {criterion.weight_reason}</p>
      <div className={styles.columns}>
        <Points title="Look for" points={criterion.look_for} />
        <Points title="Ask" points={criterion.probes} />
        <Points title="Expected" points={LEVELS.map((s) => `${SENIORITIES[s]}, level ${criterion.expected[s].level}: ${criterion.expected[s].text}`)} />
      </div>
    </article>
  );
}

function Points({ title, points }: { title: string; points: string[] }): ReactNode {
  return (
    <div>
      <h4>{title}</h4>
      <ul>
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </div>
  );
}
