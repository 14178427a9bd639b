import { useState } from "react";
import { useRead, useWrite } from "../../app/queries";
import { count } from "../../app/words";
import type { ColumnUse, FormColumn, FormReport } from "../../generated/bindings";
import { Button, Loaded, Note, Section } from "../../kit";
import { FormColumns } from "./FormColumns";
import { FormRows } from "./FormRows";
import { comingIn, lacks, meant } from "./form";

type Props = {
  assessmentId: string;
  path: string;
  /** What came in, once it did. */
  report: FormReport | null;
  onReport: (report: FormReport) => void;
};

/** A form's export before it is taken in: what its columns mean and what becomes of every row; afterwards what came in. */
export function FormPreviewPart({ assessmentId, path, report, onReport }: Props) {
  const [uses, setUses] = useState<ColumnUse[] | null>(null);
  const preview = useRead("submissionPreviewForm", [assessmentId, path, uses], { keepPrevious: true });
  const take = useWrite("submissionImportForm", { undo: true, said: ({ value }) => `${count(value.added, "submission")} came in.`, onDone: ({ value }) => onReport(value) });
  if (report) {
    return (
      <Section title={`${count(report.added, "submission")} came in`} note="Each is on its candidate's page, and in marking for whoever holds the interview.">
        <FormRows rows={report.rows} problems={report.problems} />
      </Section>
    );
  }
  // A file whose columns have changed is mapped anew when it is tried again.
  const query = { ...preview, refetch: () => (uses ? setUses(null) : preview.refetch()) };
  return (
    <Loaded query={query} rows={6}>
      {(data) => {
        // While rows are looked at under another meaning, the one that was chosen is shown, not that of the rows before.
        const columns = meant(data.columns, uses);
        const missing = lacks(columns);
        const coming = comingIn(data.rows);
        return (
          <>
            <Section title="What its columns mean" note={noteOf(data.columns)}>
              <FormColumns columns={columns} questions={data.questions} onChange={setUses} />
            </Section>
            <Section
              title="Its rows"
              actions={
                <Button kind="main" isPending={take.isPending} isDisabled={preview.isPlaceholderData || missing.length > 0 || coming === 0} onPress={() => take.mutate([assessmentId, path, columns.map((column) => column.used)])}>
                  {coming === 0 ? "Take in" : `Take in ${count(coming, "submission")}`}
                </Button>
              }
            >
              {missing.length > 0 && <Note>No column says {missing.join(", nor ")}.</Note>}
              {data.encoding !== "" && <Note>The file: {data.encoding}.</Note>}
              {data.ignored.length > 0 && <Note>Not taken: {data.ignored.map((heading) => `“${heading}”`).join(", ")}.</Note>}
              <FormRows rows={data.rows} problems={data.problems} />
            </Section>
          </>
        );
      }}
    </Loaded>
  );
}

/** Whether the meanings are those of the last export, guesses, or some of each. */
export function noteOf(columns: Pick<FormColumn, "remembered">[]): string {
  if (columns.every((one) => one.remembered)) return "As you said the last time.";
  const how = columns.some((one) => one.remembered) ? "As you said the last time where a heading was there then, else as far as it tells" : "As far as the headings tell";
  return `${how}; look over it. It is remembered.`;
}
