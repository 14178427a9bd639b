import { useState, type ReactNode } from "react";
import type { Application } from "../../generated/bindings";
import { stageTitle } from "../../app/stages";
import { SOURCES } from "../../app/words";
import { Badge, DateText, daysSince, daysText, Table, type Sort, type TableColumn } from "../../kit";
import type { PipelineView } from "./Board";
import { interviewsText, sorted } from "./board";

/** The applications as rows: sorted by a heading, chosen by their boxes, opened by Enter. */
export function PipelineTable({ view }: { view: PipelineView }): ReactNode {
  const [sort, setSort] = useState<Sort>({ column: "stage", descending: false });
  const columns: TableColumn<Application>[] = [
    { id: "candidate", title: "Candidate", isRowHeader: true, sortable: true, width: "3fr", minWidth: 128, render: (one) => <>{one.candidate_name} {one.do_not_contact && <Badge tone="bad">do not contact</Badge>}</> },
    { id: "stage", title: "Stage", sortable: true, width: "2fr", minWidth: 96, render: (one) => stageTitle(view.pipeline, one.stage) },
    { id: "source", title: "Source", sortable: true, width: "2fr", render: (one) => SOURCES[one.source] },
    { id: "applied", title: "Applied on", sortable: true, width: 112, render: (one) => <DateText value={one.created_at} /> },
    { id: "time", title: "Time in stage", sortable: true, width: 116, align: "end", render: (one) => daysText(daysSince(one.since, view.now)) },
    { id: "interviews", title: "Scorecards", sortable: true, width: 116, align: "end", render: interviewsText },
  ];
  return (
    <Table
      virtual
      label="Applications of this role"
      rows={sorted(view.applications, sort, view.pipeline)}
      columns={columns}
      sort={sort}
      onSort={setSort}
      onOpen={(one) => view.onOpen(one.id)}
      openId={view.openId}
      selected={view.chosen}
      onSelect={view.onChoose}
    />
  );
}
