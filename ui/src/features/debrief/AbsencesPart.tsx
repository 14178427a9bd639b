import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Absence } from "../../generated/bindings";
import { useRead } from "../../app/queries";
import { Badge, EmptyState, Loaded, Scroll, Table, type TableColumn, whenText } from "../../kit";
import { DebriefLink } from "./Disagreement";

type AbsenceRow = Absence & { id: string };

/** What the debrief of a role has to do without. */
export function AbsencesPart({ roleId }: { roleId: string }): ReactNode {
  const query = useRead("debriefAbsences", [roleId]);
  return (
    <Scroll>
      <Loaded query={query} rows={6}>
        {(found) =>
          found.absences.length === 0 ? (
            <EmptyState title="Nothing is missing">Every assessment of every candidate under way is in.</EmptyState>
          ) : (
            <AbsenceTable absences={found.absences} roleId={roleId} />
          )
        }
      </Loaded>
    </Scroll>
  );
}

/** Interviews that are missing, open or cancelled; `roleId` where the candidates are to be named. */
export function AbsenceTable({ absences, roleId }: { absences: Absence[]; roleId?: string }): ReactNode {
  const rows = absences.map((one, at) => ({ ...one, id: one.interview_id ?? `none-${at}` }));
  const who: TableColumn<AbsenceRow>[] = roleId ? [{ id: "who", title: "Candidate", isRowHeader: true, fit: true, render: (one) => <DebriefLink roleId={roleId} applicationId={one.application_id}>{one.candidate_name}</DebriefLink> }] : [];
  return <Table inset={!roleId} wrap label="Interviews that are missing, open or cancelled" rows={rows} columns={[...who, ...COLUMNS.map((column) => ({ ...column, isRowHeader: !roleId && column.id === "assessment" }))]} />;
}

const COLUMNS: TableColumn<AbsenceRow>[] = [
  { id: "assessment", title: "Assessment", fit: "wide", render: (one) => (one.interview_id ? <Link to="/interviews/$interviewId" params={{ interviewId: one.interview_id }}>{one.assessment_title}</Link> : one.assessment_title) },
  { id: "weight", title: "Weight", align: "end", fit: true, render: (one) => `${one.weight}%` },
  { id: "what", title: "What", fit: true, render: (one) => WHAT[one.kind] },
  { id: "person", title: "Who", fit: "wide", render: (one) => one.person ?? "" },
  { id: "why", title: "Why, or when", render: (one) => one.reason ?? (one.kind === "open" ? whenText(one.starts_local, one.zone) : "") },
];

const WHAT: Record<Absence["kind"], ReactNode> = {
  "not-assigned": <Badge tone="warn">Nobody assigned</Badge>,
  open: <Badge tone="accent">Still open</Badge>,
  cancelled: <Badge tone="warn">Cancelled</Badge>,
  "cancelled-and-replaced": <Badge>Cancelled, another is in</Badge>,
};
