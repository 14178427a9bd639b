import type { ReactNode } from "react";
import type { RoleDetail, RoleFigures } from "../../generated/bindings";
import { DotPlot } from "../../kit/charts/DotPlot";
import { Figure } from "../../kit/charts/Figure";
import type { FigureTable } from "../../kit/charts/PlainTable";
import { dayAxis, dayRow, daysOf, milestoneTitle, titles } from "./figures";
import styles from "./Figures.module.css";

/** What the plan's calendar says, and beside it on which day things really happened. */
export function CalendarSection({ role, told }: { role: RoleDetail; told: RoleFigures }): ReactNode {
  const title = titles(role.pipeline);
  const { days, steps } = told.calendar;
  const rows = told.milestones.map((one) => dayRow(milestoneTitle(one, title), milestoneTitle(one, title), one.days));
  const table: FigureTable = {
    columns: [{ id: "what", title: "What happened" }, { id: "days", title: "Days after the application" }],
    rows: told.milestones.map((one) => ({ id: milestoneTitle(one, title), cells: [milestoneTitle(one, title), daysOf(one.days)] })),
  };
  return (
    <Figure main title="The calendar, and what really happened" note={`Days after the application: the middle, and the earliest and latest. The plan is done on day ${days}.`} table={table}>
      {rows.length > 0 && <DotPlot label="Days after the application on which things happened" nameHead="What happened" rows={rows} domain={dayAxis(told.milestones.map((one) => one.days), days)} heads={["Middle", "Seen"]} />}
      <h3 className={styles.subhead}>What the plan says</h3>
      {steps.length === 0 ? (
        <p className={styles.none}>The calendar has no steps, only its {days} days.</p>
      ) : (
        <ol className={styles.steps}>
          {steps.map((step) => <li key={`${step.day}-${step.what}`}><span className={styles.day}>Day {step.day}</span>{step.what}</li>)}
        </ol>
      )}
    </Figure>
  );
}
