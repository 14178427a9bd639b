import { useState, type ReactNode } from "react";
import type { Application, Interview, PlanAssessment } from "../../generated/bindings";
import { InterviewMarks } from "../../app/InterviewMarks";
import { useRead } from "../../app/queries";
import { Badge, Button, IconButton, icons, Loaded, Menu, whenText } from "../../kit";
import { interviewActions, type Change } from "./actions";
import { AssignDialog } from "./AssignDialog";
import { AssignPanelDialog } from "./AssignPanelDialog";
import { ChangeDialog } from "./ChangeDialogs";
import styles from "./ApplicationInterviews.module.css";

const STATE = { open: "open", submitted: "submitted", cancelled: "cancelled" } as const;

/** The interviews of one application in a narrow place, with what can be done. */
export function ApplicationInterviews({ application, assessments }: { application: Application; assessments: PlanAssessment[] }): ReactNode {
  const query = useRead("interviewList", [{ role_id: null, application_id: application.id, person_id: null, state: null }]);
  const [assigning, setAssigning] = useState(false);
  const [panel, setPanel] = useState(false);
  const [changing, setChanging] = useState<{ change: Change; id: string } | null>(null);
  const changed = query.data?.find((one) => one.id === changing?.id);
  return (
    <section>
      <div className={styles.head}>
        <h3>Interviews</h3>
        <span className={styles.buttons}>
          <Button small onPress={() => setPanel(true)}>Assign the panel</Button>
          <Button small onPress={() => setAssigning(true)}>Assign interview</Button>
        </span>
      </div>
      <Loaded query={query} rows={2}>
        {(interviews) => (
          <ul>
            {interviews.length === 0 && <li className={styles.note}>None is assigned yet.</li>}
            {interviews.map((interview) => (
              <Line key={interview.id} interview={interview} onChange={(change) => setChanging({ change, id: interview.id })} />
            ))}
          </ul>
        )}
      </Loaded>
      {assigning && <AssignDialog application={application} assessments={assessments} onClose={() => setAssigning(false)} />}
      {panel && <AssignPanelDialog application={application} onClose={() => setPanel(false)} />}
      {changing && changed && <ChangeDialog change={changing.change} interview={changed} onClose={() => setChanging(null)} />}
    </section>
  );
}

function Line({ interview, onChange }: { interview: Interview; onChange: (change: Change) => void }): ReactNode {
  const items = interviewActions(interview, onChange);
  const label = `Actions for ${interview.assessment_title}, ${interview.person_name}`;
  return (
    <li className={styles.line}>
      <div>
        <span className={styles.title}>{interview.assessment_title}</span>, {interview.person_name} <Badge tone={interview.state === "open" ? "accent" : "plain"}>{STATE[interview.state]}</Badge>
        <InterviewMarks interview={interview} />
        <span className={styles.note}>{interview.cancelled_reason ?? whenText(interview.starts_local, interview.zone)}</span>
      </div>
      {items.length > 0 && <Menu label={label} trigger={<IconButton label={label} small>{icons.more}</IconButton>} items={items} />}
    </li>
  );
}
