import { useState, type ReactNode } from "react";
import type { HireOutcome, Predictions } from "../../generated/bindings";
import { useRead } from "../../app/queries";
import { count } from "../../app/words";
import { EmptyState, formatDate, Loaded, Note, PageBody, RadioGroup, Scroll, Section, Table, type TableColumn } from "../../kit";
import { DotPlot } from "../../kit/charts/DotPlot";
import { Figure } from "../../kit/charts/Figure";
import { outcomeText, predictionRows, predictionTable, type Measure } from "./outcome";

const MEASURES: { id: Measure; label: string }[] = [
  { id: "goals_met", label: "Share of goals met" },
  { id: "manager_rating", label: "The manager's rating" },
];
/** Correlations lie between these. */
const CORRELATIONS = [-1, 1] as const;

/** What became of a role's hires, and whether the scores had anything to do with it. */
export function OutcomesPart({ roleId }: { roleId: string }): ReactNode {
  const outcomes = useRead("outcomeList", [roleId]);
  return (
    <Scroll>
      <Loaded query={outcomes} rows={6}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState title="No outcome is kept yet">Three and six months after somebody is hired, Today asks what became of them: goals met and the manager's rating. It then stands here beside the scores.</EmptyState>
          ) : (
            <PageBody>
              <Section title="What became of the hires">
                <Table inset wrap label="Outcomes" rows={list.map((outcome) => ({ ...outcome, id: `${outcome.application_id}-${outcome.month}` }))} columns={COLUMNS} />
              </Section>
              <Predicted roleId={roleId} />
            </PageBody>
          )
        }
      </Loaded>
    </Scroll>
  );
}

const COLUMNS: TableColumn<HireOutcome & { id: string }>[] = [
  { id: "who", title: "Hire", isRowHeader: true, fit: true, render: (one) => one.candidate_name },
  { id: "month", title: "After", fit: true, render: (one) => `${one.month} months` },
  { id: "what", title: "Outcome", render: (one) => <>{outcomeText(one)}{one.note && <Note small>{one.note}</Note>}</> },
  { id: "by", title: "Told by", fit: true, render: (one) => `${one.by}, ${formatDate(one.at)}` },
];

function Predicted({ roleId }: { roleId: string }): ReactNode {
  const query = useRead("outcomePredictions", [roleId]);
  return <Loaded query={query} rows={4}>{(found) => <Correlations found={found} />}</Loaded>;
}

function Correlations({ found }: { found: Predictions }): ReactNode {
  const [measure, setMeasure] = useState<Measure>("goals_met");
  return (
    <Figure
      main
      title="Did the scores predict it?"
      note={`${found.followed_up} of ${count(found.hires, "hire")} ${found.followed_up === 1 ? "has" : "have"} an outcome. ${found.note}`}
      table={predictionTable(found.rows, measure)}
    >
      {found.closed > 0 && <Note>{count(found.closed, "application")} closed to you while you hold open interviews there, and left out.</Note>}
      <RadioGroup label="Held against" across value={measure} onChange={setMeasure} options={MEASURES} />
      {found.rows.length === 0 ? <Note>No scorecard of a hire with an outcome is open to you.</Note> : found.rows.every((row) => row[measure].correlation === null) ? (
        <Note>{found.no_correlation}</Note>
      ) : (
        <DotPlot label="Correlation of scores with the outcome" nameHead="Assessment or criterion" rows={predictionRows(found.rows, measure)} domain={CORRELATIONS} heads={["Correlation", "Hires"]} zero={{ left: "higher scores, worse outcome", right: "higher scores, better outcome" }} />
      )}
    </Figure>
  );
}
