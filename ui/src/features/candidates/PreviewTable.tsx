import type { ListPreview, ListRow } from "../../generated/bindings";
import { Badge, Note, Table } from "../../kit";

type Line = { id: string; line: number; name: string; email: string; login: string; location: string; headline: string; notes: string; state: "new" | "joins" | "exists" | "problem"; note: string };

/** What a list would become, line by line: new, already here, or not understood and why. */
export function PreviewTable({ preview }: { preview: ListPreview }) {
  return (
    <>
    {preview.ignored.length > 0 && <Note>Not taken: {preview.ignored.map((heading) => `“${heading}”`).join(", ")}.</Note>}
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
        ...more(preview),
        { id: "state", title: "What happens", render: (row) => stateCell(row) },
      ]}
    />
    </>
  );
}

/** Headlines and notes, where any line has one. */
function more({ rows }: ListPreview) {
  const headline = { id: "headline", title: "Headline", render: (row: Line) => row.headline };
  const notes = { id: "notes", title: "Notes", render: (row: Line) => row.notes };
  return [...(rows.some((row) => row.headline !== "") ? [headline] : []), ...(rows.some((row) => row.notes !== "") ? [notes] : [])];
}

/** Problems first, then the lines in their order. */
export function previewLines(preview: ListPreview): Line[] {
  const problems = preview.problems.map((problem): Line => ({ id: `p${problem.line}`, line: problem.line, name: problem.text, email: "", login: "", location: "", headline: "", notes: "", state: "problem", note: problem.reason }));
  const rows = preview.rows.map((row): Line => ({ id: `r${row.line}`, line: row.line, name: row.name, email: row.email, login: row.login, location: row.location, headline: row.headline, notes: row.notes, state: row.same_as === null ? "new" : row.joins === "added" ? "joins" : "exists", note: noteOf(row) }));
  return [...problems, ...rows];
}

/** Who of those here it is, and by what; or that an erased person comes in with their mark. */
function noteOf(row: ListRow): string {
  if (row.same_as !== null) return `the same ${row.same_as.by} as ${row.same_as.candidate.name}${row.joins === null ? "" : KEPT[row.joins]}`;
  const marked = row.not_to_contact ? "marked as not to be contacted, without an application: asked for that, and was erased here" : "";
  return [marked, row.remark].filter(Boolean).join("; ");
}

/** Why somebody who is here gets no application for the role. */
const KEPT = { added: "", has: ", with an application for the role already", not_to_contact: ", who is not to be contacted" } as const;

const BADGES = { new: { tone: "good", word: "will be added" }, joins: { tone: "good", word: "here already: application added" }, exists: { tone: "plain", word: "here already, skipped" }, problem: { tone: "bad", word: "left out" } } as const;

function stateCell(row: Line) {
  const { tone, word } = BADGES[row.state];
  return (
    <>
      <Badge tone={tone}>{word}</Badge> {row.note}
    </>
  );
}
