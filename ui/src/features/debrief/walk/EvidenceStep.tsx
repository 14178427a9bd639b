import type { ReactNode } from "react";
import type { ApplicationDebrief, ExplainedAssessment, Scorecard } from "../../../generated/bindings";
import { InterviewMarks } from "../../../app/InterviewMarks";
import { Section } from "../../../kit";
import { AbsenceTable } from "../AbsencesPart";
import { Cited } from "../Disagreement";
import { Flags } from "../FlagsPart";
import styles from "../Parts.module.css";
import walk from "./Walk.module.css";

/** What was seen, before anybody says what it is worth: what is missing, red flags, every note and citation. No level stands here. */
export function EvidenceStep({ debrief }: { debrief: ApplicationDebrief }): ReactNode {
  const parts = debrief.explanation.parts.filter((part) => part.scorecards.length > 0);
  return (
    <>
      <p className={walk.note}>Read what was seen and said first. No level is shown here.</p>
      {debrief.absences.length > 0 && <Section title="What is missing"><AbsenceTable absences={debrief.absences} /></Section>}
      {debrief.flags.length > 0 && <Section title="Red flags" note="They are talked about, and take nothing off a score."><Flags flags={debrief.flags} /></Section>}
      {parts.length === 0 && <p className={walk.note}>No scorecard is in, so there is no evidence to read yet.</p>}
      {parts.map((part) => <Noted key={part.assessment_id} part={part} />)}
    </>
  );
}

function Noted({ part }: { part: ExplainedAssessment }): ReactNode {
  return (
    <Section title={part.title}>
      <div>
        {part.criteria.map((criterion) => (
          <div key={criterion.criterion} className={styles.criterion}>
            <h3>{criterion.title}</h3>
            <ul className={styles.notes}>
              {part.scorecards.map((card) => <OneNote key={card.id} card={card} criterion={criterion.criterion} />)}
            </ul>
          </div>
        ))}
      </div>
      <ul className={walk.summaries} aria-label={`${part.title} in short`}>
        {part.scorecards.map((card) => (
          <li key={card.id} className={walk.line}>
            <strong>{card.interview.person_name} in short:</strong> {card.summary || <em className={styles.muted}>no summary.</em>}
            <InterviewMarks interview={card.interview} />
            {card.timing && <span className={styles.small}> {card.timing}</span>}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function OneNote({ card, criterion }: { card: Scorecard; criterion: string }): ReactNode {
  const rating = card.ratings.find((one) => one.criterion === criterion);
  if (!rating) return null;
  return (
    <li>
      <p className={styles.note}><strong>{card.interview.person_name}</strong> {rating.note || <em className={styles.muted}>No note.</em>}</p>
      <Cited citations={rating.citations} />
    </li>
  );
}
