import { Link } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import type { Interview, InterviewState } from "../../generated/bindings";
import { InterviewMarks } from "../../app/InterviewMarks";
import { useRead } from "../../app/queries";
import { count, minutesText } from "../../app/words";
import { Badge, EmptyState, IconButton, icons, Loaded, Menu, PageBody, RadioGroup, Table, whenText, type TableColumn } from "../../kit";
import { interviewActions, type Change } from "./actions";
import { CalendarMenu } from "../../app/CalendarMenu";
import { ChangeDialog } from "./ChangeDialogs";
import styles from "./interviews.module.css";

/** What is being changed about which interview. */
type Changing = { change: Change; id: string };
type Filter = InterviewState | "all";
const FILTERS: { id: Filter; label: string }[] = [
  { id: "all", label: "All" },
  { id: "open", label: "Open" },
  { id: "submitted", label: "Submitted" },
  { id: "cancelled", label: "Cancelled" },
];

/** All interviews of a role: who looks at whom, how, when, and how it stands. */
export function RoleInterviews({ roleId }: { roleId: string }): ReactNode {
  const [filter, setFilter] = useState<Filter>("all");
  const [changing, setChanging] = useState<Changing | null>(null);
  // Read once and narrowed here, so that no row comes anew under a menu that is open.
  const query = useRead("interviewList", [{ role_id: roleId, application_id: null, person_id: null, state: null }]);
  const changed = query.data?.find((one) => one.id === changing?.id);
  return (
    <PageBody>
      <div className={styles.bar}>
        <RadioGroup label="Show" hideLabel across value={filter} onChange={setFilter} options={FILTERS} />
        <CalendarMenu query={{ role_id: roleId }} name="interviews-of-role" />
      </div>
      <Loaded query={query}>
        {(all) => {
          const interviews = all.filter((one) => filter === "all" || one.state === filter);
          return interviews.length === 0 ? (
            <EmptyState inset title={filter === "all" ? "No interview is assigned" : `No ${filter} interview`}>Interviews are assigned from the pipeline: open a candidate there.</EmptyState>
          ) : (
            <>
              <p className={styles.note}>{count(interviews.length, "interview")}</p>
              <Table inset wrap label="Interviews of this role" rows={interviews} columns={columns(setChanging)} />
            </>
          );
        }}
      </Loaded>
      {changing && changed && <ChangeDialog change={changing.change} interview={changed} onClose={() => setChanging(null)} />}
    </PageBody>
  );
}

function columns(onChange: (changing: Changing) => void): TableColumn<Interview>[] {
  return [
    { id: "candidate", title: "Candidate", fit: true, isRowHeader: true, render: (i) => i.candidate_name },
    { id: "assessment", title: "Assessment", fit: "wide", render: (i) => <Link to="/interviews/$interviewId" params={{ interviewId: i.id }}>{i.assessment_title}</Link> },
    { id: "person", title: "Person", render: (i) => <>{i.person_name}<InterviewMarks interview={i} /></> },
    { id: "when", title: "When", fit: "wide", render: (i) => whenText(i.starts_local, i.zone) },
    { id: "minutes", title: "Time box", fit: true, align: "end", render: (i) => minutesText(i.minutes) },
    { id: "state", title: "State", render: (i) => <State interview={i} /> },
    { id: "actions", title: "Actions", align: "end", fit: true, render: (i) => <Actions interview={i} onChange={onChange} /> },
  ];
}

function State({ interview }: { interview: Interview }): ReactNode {
  switch (interview.state) {
    case "open":
      return <><Badge tone="accent">Open</Badge>{interview.has_draft && <span className={styles.note}> draft begun</span>}</>;
    case "submitted":
      return <Badge tone="good">Submitted</Badge>;
    case "cancelled":
      return <><Badge>Cancelled</Badge> <span className={styles.note}>{interview.cancelled_reason}</span></>;
  }
}

function Actions({ interview, onChange }: { interview: Interview; onChange: (changing: Changing) => void }): ReactNode {
  const items = interviewActions(interview, (change) => onChange({ change, id: interview.id }));
  if (items.length === 0) return null;
  const label = `Actions for ${interview.assessment_title} of ${interview.candidate_name}, ${interview.person_name}`;
  return <Menu label={label} trigger={<IconButton label={label} small>{icons.more}</IconButton>} items={items} />;
}
