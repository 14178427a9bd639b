import type { Receipt } from "../../generated/bindings";
import { DateText, Ledger, Note, PathText } from "../../kit";

/** What was erased: counts only. */
export function ErasureReceipt({ receipt }: { receipt: Receipt }) {
  return (
    <>
      <Ledger
        rows={[
          { id: "at", what: "When", value: <DateText value={receipt.at} time /> },
          { id: "by", what: "By", value: receipt.by },
          ...receipt.erased.map((line) => ({ id: line.what, what: line.what, value: line.count })),
          { id: "elsewhere", what: "Redacted elsewhere", value: receipt.redacted_elsewhere },
          { id: "backups", what: "Backups replaced", value: receipt.backups_replaced },
          { id: "journal", what: "Journal entry", value: <PathText>{`${receipt.journal_sequence} · ${receipt.journal_hash}`}</PathText> },
        ]}
      />
      <Note small>The receipt stands under Settings. It names nobody.</Note>
    </>
  );
}
