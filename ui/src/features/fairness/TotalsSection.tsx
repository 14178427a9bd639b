import { open } from "@tauri-apps/plugin-dialog";
import { useState, type ReactNode } from "react";
import type { TotalsImport, TotalsReport } from "../../generated/bindings";
import { describeError } from "../../app/call";
import { useRead, useWrite } from "../../app/queries";
import { count } from "../../app/words";
import { joinNames } from "../../kit/charts/brackets";
import { Button, ConfirmDialog, ErrorState, formatDate, Loaded, Note, Section, Table, type TableColumn } from "../../kit";

/** Totals of groups that were imported for a role: what there is, taking in more, taking one away. */
export function TotalsSection({ roleId }: { roleId: string }): ReactNode {
  const query = useRead("impactTotals", []);
  const [report, setReport] = useState<TotalsReport | null>(null);
  const [removing, setRemoving] = useState<TotalsImport | null>(null);
  const take = useWrite("impactImportTotals", { quietErrors: true, onDone: (done) => setReport(done.value) });
  const remove = useWrite("impactRemoveTotals", { said: "The totals are taken away.", onDone: () => setRemoving(null) });
  const pick = async () => {
    const path = await open({ title: "Totals to import", filters: [{ name: "Totals", extensions: ["csv", "json"] }] });
    if (typeof path === "string") take.mutate([roleId, path, false]);
  };
  const inTheWay = report && report.in_the_way.length > 0 ? report.in_the_way : null;
  const trouble = take.error && <ErrorState inset {...describeError(take.error)} />;
  const replace = () => take.variables && take.mutate([roleId, take.variables[1], true]);
  return (
    <Section title="Imported totals" note="A CSV or JSON file with the columns group, stage, source, applied, passed." actions={<Button isPending={take.isPending} onPress={() => void pick()}>Import totals…</Button>}>
      {!inTheWay && trouble}
      {report && !inTheWay && <Taken report={report} />}
      {inTheWay && (
        <ConfirmDialog title="Replace the totals that are here?" confirmLabel="Replace" isPending={take.isPending} isOpen onClose={() => setReport(null)} onConfirm={replace}>
          <p>Nothing was taken in: {count(inTheWay.length, "total")} of the same group, stage and source {inTheWay.length === 1 ? "is" : "are"} here already ({joinNames([...new Set(inTheWay.map((one) => one.title))])}), and both together would count people twice.</p>
          {trouble}
        </ConfirmDialog>
      )}
      <Loaded query={query} rows={2}>
        {(all) => {
          const own = all.filter((one) => one.role_id === roleId);
          return own.length === 0 ? null : <Table inset label="Imports of totals" rows={own} columns={columns(setRemoving)} />;
        }}
      </Loaded>
      {removing && (
        <ConfirmDialog title={`Take away ${removing.title}?`} confirmLabel="Take away" isPending={remove.isPending} isOpen onClose={() => setRemoving(null)} onConfirm={() => remove.mutate([removing.id])}>
          {count(removing.totals, "total")} leave the report. The file itself stays where it is and can be imported again.
        </ConfirmDialog>
      )}
    </Section>
  );
}

function Taken({ report }: { report: TotalsReport }): ReactNode {
  return (
    <div role="status">
      <Note>{report.known ? `${report.import.title} was here already: nothing changed.` : `${count(report.import.totals, "total")} from ${report.import.title}.${report.replaced > 0 ? ` ${count(report.replaced, "earlier total")} gave way.` : ""}`}</Note>
      {report.refused.length > 0 && (
        <ul>{report.refused.map((one) => <li key={one.row}>Row {one.row} left out: {one.why}</li>)}</ul>
      )}
    </div>
  );
}

function columns(onRemove: (one: TotalsImport) => void): TableColumn<TotalsImport>[] {
  return [
    { id: "title", title: "File", isRowHeader: true, render: (one) => one.title },
    { id: "totals", title: "Totals", align: "end", render: (one) => one.totals },
    { id: "at", title: "Imported", render: (one) => `${formatDate(one.at)} by ${one.by}` },
    { id: "remove", title: "Action", align: "end", render: (one) => <Button small onPress={() => onRemove(one)}>Take away…</Button> },
  ];
}
