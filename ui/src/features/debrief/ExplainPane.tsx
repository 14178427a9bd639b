import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Citation, DebriefRow, ExplainedAssessment, ExplainedCriterion, Explanation, Scorecard } from "../../generated/bindings";
import { InterviewMarks } from "../../app/InterviewMarks";
import { useRead } from "../../app/queries";
import { LogLines } from "../../app/LogLines";
import { RECOMMENDATIONS } from "../../app/words";
import { Badge, BigFigure, Button, Disclosure, Inspector, Level, Loaded, percentText, scoreText, SumTable } from "../../kit";
import { Cited, DebriefLink } from "./Disagreement";
import styles from "./ExplainPane.module.css";

/** What stands behind a number of the debrief: the sum with its parts, down to each rating, note and weight. */
export function ExplainPane({ roleId, row, assessmentId, planVersion, trying, onClose, onDecide }: {
  roleId: string;
  row: DebriefRow;
  assessmentId: string | null;
  planVersion: number;
  trying: boolean;
  onClose: () => void;
  onDecide: () => void;
}): ReactNode {
  if (row.closed) {
    return (
      <Inspector title={row.candidate_name} onClose={onClose}>
        <p>Closed to you: you have an open interview with this candidate. Ratings, and everything computed from them, open when you have submitted your own scorecard.</p>
      </Inspector>
    );
  }
  return (
    <Inspector title={row.candidate_name} onClose={onClose}>
      <div className={styles.actions}>
        <Button small onPress={onDecide}>Decide</Button>
        <DebriefLink roleId={roleId} applicationId={row.application_id}>Hold the debrief</DebriefLink>
        <Link to="/candidates/$candidateId" params={{ candidateId: row.candidate_id }}>Open candidate</Link>
      </div>
      {trying && <p className={styles.note}>Explained under version {planVersion} of the plan, not under the weights being tried.</p>}
      <Explained applicationId={row.application_id} assessmentId={assessmentId} planVersion={planVersion} />
    </Inspector>
  );
}

/** The sum of an application with its parts, or one part, down to ratings and notes. */
export function Explained({ applicationId, assessmentId, planVersion }: { applicationId: string; assessmentId: string | null; planVersion: number }): ReactNode {
  const query = useRead("debriefExplain", [applicationId, planVersion]);
  return (
    <Loaded query={query} rows={6}>
      {(explanation) => <Opened explanation={explanation} assessmentId={assessmentId} />}
    </Loaded>
  );
}

/** An explanation that is there already: the sum with its parts, or one part. */
export function Opened({ explanation, assessmentId }: { explanation: Explanation; assessmentId: string | null }): ReactNode {
  const part = explanation.parts.find((p) => p.assessment_id === assessmentId);
  return (
    <>
      {part ? null : <Sum explanation={explanation} />}
      {(part ? [part] : explanation.parts).map((p) => (
        <Part key={p.assessment_id} part={p} open={part !== undefined} />
      ))}
    </>
  );
}

function Sum({ explanation }: { explanation: Explanation }): ReactNode {
  return (
    <section>
      <BigFigure>{scoreText(explanation.score)}</BigFigure>
      <p>{explanation.sentence}</p>
      <SumTable heads={["Assessment", "Weight", "Share used", "Score"]}>
        {explanation.parts.map((part) => (
          <tr key={part.assessment_id}>
            <th scope="row">{part.title}</th>
            <td>{part.weight}%</td>
            <td>{percentText(part.weight_used)}</td>
            <td>{part.score === null ? <em>not assessed</em> : scoreText(part.score)}</td>
          </tr>
        ))}
      </SumTable>
    </section>
  );
}

/** One assessment: its criteria with every rating and note; folded where the whole is being explained. */
function Part({ part, open }: { part: ExplainedAssessment; open: boolean }): ReactNode {
  return (
    <details className={styles.part} open={open}>
      <summary>
        <strong>{part.title}</strong> {scoreText(part.score)} <span className={styles.note}>weight {part.weight}%, {percentText(part.coverage)} assessed</span>
      </summary>
      {part.scorecards.length === 0 && <p className={styles.note}>No scorecard is in.</p>}
      <ul className={styles.cards}>
        {part.scorecards.map((card) => (
          <li key={card.id}>
            <Link to="/interviews/$interviewId" params={{ interviewId: card.interview.id }}>{card.interview.person_name}</Link>: {RECOMMENDATIONS[card.recommendation]}
            <InterviewMarks interview={card.interview} />
            {card.typed_in_by && <> <Badge>typed in by {card.typed_in_by}</Badge></>}
            {card.timing && <p className={styles.note}>Version {card.version}: {card.timing}{card.amendment_reason && ` Why: ${card.amendment_reason}`}</p>}
          </li>
        ))}
      </ul>
      {part.comes_from && <p className={styles.note}>{part.comes_from}</p>}
      {part.versions && <p className={styles.note}>{part.versions}</p>}
      <Rooms cards={part.scorecards} />
      {part.criteria.map((criterion) => (
        <Criterion key={criterion.criterion} criterion={criterion} cards={part.scorecards} />
      ))}
    </details>
  );
}

/** What was noted in the room, with its times; folded, for it is long. */
function Rooms({ cards }: { cards: Scorecard[] }): ReactNode {
  return cards.filter((card) => card.log.length > 0).map((card) => (
    <Disclosure key={card.id} title={`From the room, ${card.interview.person_name}`}>
      <LogLines log={card.log} />
    </Disclosure>
  ));
}

/** One criterion with every rating, note and citation. */
export function Criterion({ criterion, cards }: { criterion: ExplainedCriterion; cards: Scorecard[] }): ReactNode {
  return (
    <section className={styles.criterion}>
      <h3>{criterion.title}</h3>
      <p className={styles.note}>
        weight {criterion.weight}%{criterion.version !== null && ` in version ${criterion.version} only`} · {criterion.mean !== null && "mean "}{scoreText(criterion.mean)}
        {criterion.gap !== null && criterion.gap >= 2 && <> · <strong className={styles.gap}>{criterion.gap} levels apart</strong></>}
      </p>
      <ul>
        {criterion.ratings.map((rating) => (
          <li key={rating.person} className={styles.rating}>
            <Level level={rating.level ?? 0} />
            <span>
              <strong>{rating.person}</strong> {rating.note || <em className={styles.note}>No note.</em>}
              <Cited citations={citationsOf(cards, rating.person, criterion.criterion)} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What a rater cited for a criterion, in the order of the scorecards that count. */
function citationsOf(cards: Scorecard[], person: string, criterion: string): Citation[] {
  const ratings = cards.filter((card) => card.interview.person_name === person).flatMap((card) => card.ratings);
  return ratings.filter((rating) => rating.criterion === criterion).flatMap((rating) => rating.citations);
}
