import { count } from "../../app/words";
import type { ImportReport } from "../../generated/bindings";
import { EmptyState, Note, PathText, Section, Table } from "../../kit";
import { outcomeWord, stateWord } from "./stateWord";

/** What became of every file, refused first, each with its reason. */
export function Report({ report }: { report: ImportReport }) {
  const { totals } = report;
  const title = report.state === "done" ? "What came in" : "What came in before it ended";
  const words = [`${totals.imported} imported`, `${totals.skipped} skipped`, `${totals.refused} refused`, count(totals.records, "record"), count(totals.snapshots, "snapshot")];
  return (
    <Section title={title} actions={report.state === "done" ? undefined : stateWord(report.state)}>
      <Note>{`${count(totals.files, "file")}: ${words.join(", ")}`}</Note>
      {report.files.length === 0 ? (
        <EmptyState inset title="There was nothing to read">
          The paths held no files.
        </EmptyState>
      ) : (
        <Table
          label="Files of this import"
          inset
          wrap
          rows={report.files.map((file, index) => ({ ...file, id: `${index}` }))}
          columns={[
            { id: "outcome", title: "Outcome", render: (file) => outcomeWord(file.outcome) },
            { id: "path", title: "File", isRowHeader: true, render: (file) => <PathText>{file.path}</PathText> },
            { id: "why", title: "What it is, or why not", render: (file) => file.reason ?? shapeText(file.shape, file.accounts) },
            { id: "records", title: "Records", align: "end", render: (file) => file.records },
          ]}
        />
      )}
    </Section>
  );
}

function shapeText(shape: string | null, accounts: { login: string }[]): string {
  const logins = accounts.slice(0, 3).map((account) => account.login);
  const more = accounts.length > 3 ? ` and ${accounts.length - 3} more` : "";
  return [shape ?? "", logins.length > 0 ? `${logins.join(", ")}${more}` : ""].filter(Boolean).join(" · ");
}
