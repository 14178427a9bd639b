import type { ListPreview } from "../../generated/bindings";
import { Badge, Table } from "../../kit";

type Line = { id: string; line: number; name: string; email: string; login: string; location: string; state: "new" | "exists" | "problem"; note: string };

/** What a list would become, line by line: new, already here, or not understood and why. */
export function PreviewTable({ preview }: { preview: ListPreview }) {
  return (
    <Table
      label="What the list holds"
      inset
      wrap
      rows={previewLines(preview)}
      columns={[
        { id: "line", title: "Line", align: "end", render: (row) => row.line },
        { id: "name", title: "Name", isRowHeader: true, render: (row) => row.name },
        { id: "email", title: "E-mail", render: (row) => row.email },
        { id: "login", title: "Login", render: (row) => row.login },
        { id: "location", title: "Location", render: (row) => row.location },
        { id: "state", title: "What happens", render: (row) => stateCell(row) },
      ]}
    />
  );
}

/** Problems first, then the lines in their order. */
export function previewLines(preview: ListPreview): Line[] {
  const problems = preview.problems.map((problem): Line => ({ id: `p${problem.line}`, line: problem.line, name: problem.text, email: "", login: "", location: "", state: "problem", note: problem.reason }));
  const rows = preview.rows.map((row): Line => ({ id: `r${row.line}`, line: row.line, name: row.name, email: row.email, login: row.login, location: row.location, state: row.exists ? "exists" : "new", note: "" }));
  return [...problems, ...rows];
}

function stateCell(row: Line) {
  if (row.state === "new") return <Badge tone="good">will be added</Badge>;
  if (row.state === "exists") return <Badge>here already, skipped</Badge>;
  return (
    <>
      <Badge tone="bad">left out</Badge> {row.note}
    </>
  );
}
