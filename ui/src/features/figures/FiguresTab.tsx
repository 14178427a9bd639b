import { useId, useState, type ReactNode } from "react";
import type { RoleDetail, RoleFigures } from "../../generated/bindings";
import { useRead } from "../../app/queries";
import { END_REASONS, SOURCES } from "../../app/words";
import { Button, EmptyState, Ledger, Loaded, PageBody, Section } from "../../kit";
import { DotPlot } from "../../kit/charts/DotPlot";
import { Figure } from "../../kit/charts/Figure";
import { PlainTable, type FigureTable } from "../../kit/charts/PlainTable";
import { PartBars, PartLegend } from "../../kit/charts/PartBars";
import { CalendarDialog } from "./CalendarDialog";
import { CalendarSection } from "./CalendarSection";
import { dayAxis, daysOf, funnelRows, PARTS, paceText, passingText, sourceCells, sourceHeads, stageDayRows, titles } from "./figures";

/** How far applications came and how long it took, by stage and by source, against the plan's calendar. */
export function FiguresTab({ role }: { role: RoleDetail }): ReactNode {
  const query = useRead("figuresRole", [role.summary.id]);
  const [editing, setEditing] = useState(false);
  return (
    <Loaded query={query}>
      {(told) =>
        told.applications === 0 ? (
          <EmptyState title="No figures yet">They begin with the first application for this role.</EmptyState>
        ) : (
          <PageBody>
            <PaceSection told={told} onEdit={() => setEditing(true)} />
            <Funnel role={role} told={told} />
            <StageDays role={role} told={told} />
            <CalendarSection role={role} told={told} />
            <Sources role={role} told={told} />
            <Reasons role={role} told={told} />
            {editing && <CalendarDialog roleId={role.summary.id} calendar={told.calendar} onClose={() => setEditing(false)} />}
          </PageBody>
        )
      }
    </Loaded>
  );
}

function PaceSection({ told, onEdit }: { told: RoleFigures; onEdit: () => void }): ReactNode {
  const { days } = told.calendar;
  const pace = paceText(told.pace, days);
  return (
    <Section title="Time to hire" note={`The plan's calendar allows ${days} days from application to decision.`} actions={<Button small onPress={onEdit}>Edit the calendar</Button>}>
      <Ledger
        rows={[
          { id: "hire", what: "From application to hire", value: daysOf(told.pace.to_hire) },
          { id: "end", what: "From application to any end", value: daysOf(told.pace.to_end) },
          { id: "decided", what: `Decided by us within ${days} days`, value: pace.decided },
          { id: "over", what: "Over the calendar now", value: pace.overdue },
        ]}
      />
    </Section>
  );
}

function Funnel({ role, told }: { role: RoleDetail; told: RoleFigures }): ReactNode {
  const title = titles(role.pipeline);
  const table: FigureTable = {
    columns: [{ id: "stage", title: "Stage" }, ...["Reached", "Went on", "Rejected", "Withdrawn", "Under way", "Ended before it", "Under way before it", "Share going on (95%)"].map((head) => ({ id: head, title: head, align: "end" as const }))],
    rows: told.funnel.map((one) => ({ id: one.stage, cells: [title(one.stage), one.reached, one.passed, one.rejected, one.withdrawn, one.under_way, one.rated_before.rejected + one.rated_before.withdrawn, one.rated_before.under_way, passingText(one)] })),
  };
  return (
    <Figure main title="Funnel" note={`Who skipped a stage has passed it. Whoever withdrew stays in it, where they came to. The share going on is of those no longer under way. ${told.interviewed}`} table={table} legend={<PartLegend items={PARTS} />}>
      <PartBars label="Funnel by stage" rows={funnelRows(told.funnel, title)} />
    </Figure>
  );
}

function StageDays({ role, told }: { role: RoleDetail; told: RoleFigures }): ReactNode {
  const title = titles(role.pipeline);
  const stages = told.funnel.filter((one) => one.stage !== "hired");
  const table: FigureTable = {
    columns: [{ id: "stage", title: "Stage" }, { id: "left", title: "Those who have left it" }, { id: "here", title: "Those who stand there now" }],
    rows: stages.map((one) => ({ id: one.stage, cells: [title(one.stage), daysOf(one.days), daysOf(one.standing)] })),
  };
  return (
    <Figure main title="Time in stage" note="Days of those who have left a stage: the middle, and the shortest and longest. Whoever still stands there is not counted as done." table={table}>
      <DotPlot label="Days in each stage" nameHead="Stage" rows={stageDayRows(told.funnel, title)} domain={dayAxis(stages.map((one) => one.days), 5)} heads={["Middle", "Seen"]} />
    </Figure>
  );
}

function Sources({ role, told }: { role: RoleDetail; told: RoleFigures }): ReactNode {
  const id = useId();
  const heads = sourceHeads(titles(role.pipeline));
  return (
    <Section title="Source by source" id={id} note={`Where candidates came from. Small numbers say little: read them as counts. ${told.interviewed}`}>
      <PlainTable
        labelledBy={id}
        table={{
          columns: [{ id: "source", title: "Source" }, ...heads.map((head) => ({ id: head, title: head, align: "end" as const }))],
          rows: told.sources.map((one) => ({ id: one.source, cells: [SOURCES[one.source], ...sourceCells(one)] })),
        }}
      />
    </Section>
  );
}

function Reasons({ role, told }: { role: RoleDetail; told: RoleFigures }): ReactNode {
  const id = useId();
  const title = titles(role.pipeline);
  if (told.reasons.length === 0) return null;
  return (
    <Section title="Why applications ended" id={id}>
      <PlainTable
        labelledBy={id}
        table={{
          columns: [{ id: "end", title: "End" }, { id: "reason", title: "Reason" }, { id: "count", title: "How often", align: "end" }],
          rows: told.reasons.map((one) => ({ id: `${one.end}-${one.reason ?? ""}`, cells: [title(one.end), one.reason ? END_REASONS[one.reason] : "None of the list: by a decision, or in words", one.count] })),
        }}
      />
    </Section>
  );
}
