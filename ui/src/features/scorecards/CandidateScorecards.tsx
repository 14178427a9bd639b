import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Application, Interview } from "../../generated/bindings";
import { InterviewMarks } from "../../app/InterviewMarks";
import { useRead } from "../../app/queries";
import { StageName } from "../../app/StageName";
import { Badge, ButtonLink, EmptyState, Loaded, PageBody, Section, Table, whenText, type TableColumn } from "../../kit";
import { CardScore } from "./CardScore";

/** The interviews and scorecards of a candidate, application by application. */
export function CandidateScorecards({ candidateId }: { candidateId: string }): ReactNode {
  const query = useRead("candidateShow", [candidateId]);
  return (
    <Loaded query={query} rows={4}>
      {(candidate) =>
        candidate.applications.length === 0 ? (
          <EmptyState title="No application, so no scorecard" action={<ButtonLink to="/roles">Go to the roles</ButtonLink>}>
            Interviews are assigned within a role. Add the candidate to one first.
          </EmptyState>
        ) : (
          <PageBody>
            {candidate.applications.map((application) => (
              <OneApplication key={application.id} application={application} />
            ))}
          </PageBody>
        )
      }
    </Loaded>
  );
}

function OneApplication({ application }: { application: Application }): ReactNode {
  const query = useRead("interviewList", [{ role_id: null, application_id: application.id, person_id: null, state: null }]);
  const role = <Link to="/roles/$roleId" params={{ roleId: application.role_id }}>Open the role</Link>;
  return (
    <Section title={application.role_title} note={<StageName roleId={application.role_id} stage={application.stage} />} actions={role}>
      <Loaded query={query} rows={3}>
        {(interviews) =>
          interviews.length === 0 ? (
            <EmptyState inset title="No interview is assigned">Assign one in the role's pipeline.</EmptyState>
          ) : (
            <Table inset wrap label={`Interviews for ${application.role_title}`} rows={interviews} columns={COLUMNS} />
          )
        }
      </Loaded>
    </Section>
  );
}

const STATES: Record<Interview["state"], ReactNode> = {
  open: <Badge tone="accent">Open</Badge>,
  submitted: <Badge tone="good">Submitted</Badge>,
  cancelled: <Badge>Cancelled</Badge>,
};

const COLUMNS: TableColumn<Interview>[] = [
  { id: "assessment", title: "Assessment", fit: "wide", isRowHeader: true, render: (i) => <Link to="/interviews/$interviewId" params={{ interviewId: i.id }}>{i.assessment_title}</Link> },
  { id: "person", title: "Person", render: (i) => <>{i.person_name}<InterviewMarks interview={i} /></> },
  { id: "when", title: "When", fit: "wide", render: (i) => whenText(i.starts_local, i.zone) },
  { id: "state", title: "State", render: (i) => <>{STATES[i.state]} {i.cancelled_reason}</> },
  { id: "score", title: "Scorecard", render: (i) => i.state === "submitted" && <CardScore interviewId={i.id} /> },
];
