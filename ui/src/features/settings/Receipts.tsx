import type { ReactNode } from "react";
import { useRead } from "../../app/queries";
import { DateText, Loaded, PathText, Section, Table } from "../../kit";

/** What was erased here, by whom and when. */
export function Receipts({ empty }: { empty: ReactNode }) {
  const receipts = useRead("receiptList", []);
  return (
    <Section title="Erasures">
      <Loaded query={receipts} rows={2}>
        {(rows) =>
          rows.length === 0 ? (
            empty
          ) : (
            <Table
              label="Receipts of erasures"
              inset
              wrap
              rows={rows}
              columns={[
                { id: "at", title: "When", isRowHeader: true, render: (row) => <DateText value={row.at} time /> },
                { id: "by", title: "By", render: (row) => row.by },
                { id: "what", title: "Erased", render: (row) => row.erased.map((line) => `${line.what}: ${line.count}`).join(", ") },
                { id: "journal", title: "Journal entry", render: (row) => <PathText>{`${row.journal_sequence} · ${row.journal_hash.slice(0, 12)}`}</PathText> },
              ]}
            />
          )
        }
      </Loaded>
    </Section>
  );
}
