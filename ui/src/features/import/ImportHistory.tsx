import { useRead } from "../../app/queries";
import { goTo } from "../../app/session";
import { DateText, EmptyState, Loaded, Section, Table } from "../../kit";
import { baseName } from "./paths";
import { stateWord } from "./stateWord";

/** Every import before; a row opens its report. */
export function ImportHistory() {
  const imports = useRead("importList", []);
  return (
    <Section title="Imports so far">
      <Loaded query={imports} rows={3}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState inset title="Nothing imported yet">
              Drop a file above. What came in, and what was refused and why, will stand here.
            </EmptyState>
          ) : (
            <Table
              label="Imports"
              inset
              rows={rows}
              onOpen={(row) => goTo(`/import/${row.id}`)}
              columns={[
                { id: "at", title: "When", isRowHeader: true, render: (row) => <DateText value={row.at} time /> },
                { id: "what", title: "What", render: (row) => row.paths.map(baseName).join(", ") },
                { id: "by", title: "By", render: (row) => row.by },
                { id: "state", title: "State", render: (row) => stateWord(row.state) },
                { id: "imported", title: "Imported", align: "end", render: (row) => row.totals.imported },
                { id: "skipped", title: "Skipped", align: "end", render: (row) => row.totals.skipped },
                { id: "refused", title: "Refused", align: "end", render: (row) => row.totals.refused },
              ]}
            />
          )
        }
      </Loaded>
    </Section>
  );
}
