import { useState } from "react";
import { count } from "../../app/words";
import type { ImportReport } from "../../generated/bindings";
import { Button, EmptyState, Note, PathText, Section, Table } from "../../kit";
import { outcomeWord, stateWord } from "./stateWord";

/** Enough to see every refusal of a usual import at once. */
const FIRST = 250;

/** What became of every file, refused first, each with its reason. */
export function Report({ report }: { report: ImportReport }) {
  const [shown, setShown] = useState(FIRST);
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
          rows={report.files.slice(0, shown).map((file, index) => ({ ...file, id: `${index}` }))}
          columns={[
            { id: "outcome", title: "Outcome", render: (file) => outcomeWord(file.outcome) },
            { id: "path", title: "File", isRowHeader: true, render: (file) => <PathText>{file.path}</PathText> },
            { id: "why", title: "What it is, or why not", render: (file) => file.reason ?? shapeText(file.shape, file.accounts) },
            { id: "records", title: "Records", align: "end", render: (file) => file.records },
          ]}
        />
      )}
      {report.files.length > shown && (
        <Button kind="quiet" onPress={() => setShown(shown + FIRST * 4)}>
          Show more ({shown} of {report.files.length})
        </Button>
      )}
    </Section>
  );
}

function shapeText(shape: string | null, accounts: { login: string }[]): string {
  const logins = accounts.slice(0, 3).map((account) => account.login);
  const more = accounts.length > 3 ? ` and ${accounts.length - 3} more` : "";
  return [shape ?? "", logins.length > 0 ? `${logins.join(", ")}${more}` : ""].filter(Boolean).join(" · ");
}
