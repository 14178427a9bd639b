import type { ColumnUse, FormColumn, Question } from "../../generated/bindings";
import { Select, Table } from "../../kit";
import { keyOfUse, useOfKey, useOptions, withUse } from "./form";

/** A line for each column: its heading, what stands in it, what it means. */
export function FormColumns({ columns, questions, onChange }: { columns: FormColumn[]; questions: Question[]; onChange: (uses: ColumnUse[]) => void }) {
  const options = useOptions(questions);
  const rows = columns.map((column, index) => ({ ...column, id: String(index), index }));
  return (
    <Table
      label="Columns of the form"
      inset
      wrap
      rows={rows}
      columns={[
        { id: "header", title: "Heading", isRowHeader: true, render: (row) => row.header || <em>no heading</em> },
        { id: "example", title: "For example", render: (row) => row.example },
        {
          id: "used",
          title: "Means",
          fit: "wide",
          render: (row) => <Select label={`Meaning of ${row.header || `column ${row.index + 1}`}`} hideLabel value={keyOfUse(row.used)} onChange={(key) => onChange(withUse(columns, row.index, useOfKey(key)))} options={options} />,
        },
      ]}
    />
  );
}
