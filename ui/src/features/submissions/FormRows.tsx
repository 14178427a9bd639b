import { minutesText } from "../../app/words";
import type { FormProblem, FormRowReport } from "../../generated/bindings";
import { Badge, Note, Stack, Table } from "../../kit";
import { OUTCOMES } from "./form";

/** What becomes of each row, and why; rows that cannot be read first. */
export function FormRows({ rows, problems }: { rows: FormRowReport[]; problems: FormProblem[] }) {
  return (
    <Stack tight>
      {problems.map((problem) => (
        <Note key={problem.line}>
          <Badge tone="bad">left out</Badge> line {problem.line}: {problem.reason}
        </Note>
      ))}
      <Table
        label="Rows of the form"
        inset
        wrap
        empty="No rows."
        rows={rows.map((row) => ({ ...row, id: String(row.line) }))}
        columns={[
          { id: "line", title: "Line", align: "end", render: (row) => row.line },
          { id: "who", title: "Who", isRowHeader: true, render: (row) => row.candidate_name || row.who },
          { id: "answers", title: "Answers", align: "end", render: (row) => row.answers },
          { id: "took", title: "Took", render: (row) => (row.minutes === null ? <em>not told</em> : minutesText(row.minutes)) },
          {
            id: "outcome",
            title: "What happens",
            fit: "wide",
            render: (row) => (
              <>
                <Badge tone={OUTCOMES[row.outcome].tone}>{OUTCOMES[row.outcome].label}</Badge> {row.reason}
              </>
            ),
          },
        ]}
      />
    </Stack>
  );
}
