import type { ReactNode } from "react";
import type { ApplicationDebrief } from "../../../generated/bindings";
import { stageEnds } from "../../../app/ending";
import { classes, Section } from "../../../kit";
import { CellText, fill } from "../CompetencyTable";
import { Disagreements } from "../Disagreement";
import { Opened } from "../ExplainPane";
import styles from "../Parts.module.css";
import { AskForm, Questions } from "../Questions";
import walk from "./Walk.module.css";
import type { DecideHere } from "./WalkScreen";

/** Where the raters of this application differ. */
export function DisagreementStep({ debrief, roleId }: { debrief: ApplicationDebrief; roleId: string }): ReactNode {
  return (
    <>
      <p className={styles.verdict}>{debrief.disagreements.sentence}</p>
      <Disagreements found={debrief.disagreements} named={false} roleId={roleId} />
    </>
  );
}

/** The ratings: competencies, then the total with its parts down to each rating. */
export function RatingsStep({ debrief }: { debrief: ApplicationDebrief }): ReactNode {
  return (
    <>
      <Section title="Competencies" note="Weighted means of the criteria that observe each, from 1 to 5, with the ratings they rest on.">
        <ul className={walk.heats}>
          {debrief.competencies.map((one, at) => {
            const cell = debrief.competency_row.cells[at];
            return cell && <li key={one.slug}><h3>{one.title}</h3><span className={classes(walk.heat, fill(cell))}><CellText cell={cell} /></span></li>;
          })}
        </ul>
      </Section>
      <Section title="Score">
        <div className={walk.explained}><Opened explanation={debrief.explanation} assessmentId={null} /></div>
      </Section>
    </>
  );
}

/** What is still to be found out. */
export function QuestionsStep({ debrief }: { debrief: ApplicationDebrief }): ReactNode {
  return (
    <>
      {debrief.questions.length === 0 ? <p className={walk.note}>No question is open. Add what the scorecards leave unanswered.</p> : <Questions questions={debrief.questions} />}
      <AskForm applicationId={debrief.row.application_id} place={debrief.row.application_id} />
    </>
  );
}

/** The decision, by a person, written down. */
export function DecisionStep({ debrief, decide, onDone }: { debrief: ApplicationDebrief; decide: DecideHere; onDone: () => void }): ReactNode {
  if (stageEnds(debrief.row.stage)) {
    return <p className={walk.note}>The application has ended. Its decision stands in the candidate's history.</p>;
  }
  return decide(debrief.row, debrief.plan, onDone);
}
