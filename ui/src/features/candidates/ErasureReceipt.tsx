import { capitalised } from "../../app/words";
import type { Receipt } from "../../generated/bindings";
import { DateText, Ledger, Note, PathText } from "../../kit";

/** What redaction leaves alone in texts about others. */
const TOO_SHORT = "A single name under 5 letters, a full name under 4 and a login under 3 are not looked for in texts about others: they could be ordinary words.";

/** Words that texts about others keep, and why; no row where none does. */
function leftRows(receipt: Receipt) {
  return [
    { id: "borne", what: "Left: others have them too", value: receipt.borne_by_others ?? 0 },
    { id: "left", what: "Left as ordinary words", value: receipt.left_as_words ?? 0 },
  ].filter((row) => row.value > 0);
}

/** What was erased: counts only. */
export function ErasureReceipt({ receipt }: { receipt: Receipt }) {
  return (
    <>
      <Ledger
        absent="not counted then"
        rows={[
          { id: "at", what: "When", value: <DateText value={receipt.at} time /> },
          { id: "by", what: "By", value: receipt.by },
          { id: "reason", what: "Reason", value: receipt.reason || "none given" },
          ...receipt.erased.map((line) => ({ id: line.what, what: capitalised(line.what), value: line.count })),
          { id: "elsewhere", what: "Redacted elsewhere", value: receipt.redacted_elsewhere ?? "texts about others were not looked through" },
          ...(receipt.redacted_elsewhere === null ? [] : [{ id: "short", what: "Names too short to look for", state: receipt.not_searched === null ? ("absent" as const) : ("known" as const), value: receipt.not_searched }]),
          ...leftRows(receipt),
          { id: "backups", what: "Backups replaced", value: receipt.backups_replaced },
          { id: "journal", what: "Journal entry", value: <PathText>{`${receipt.journal_sequence} · ${receipt.journal_hash}`}</PathText> },
        ]}
      />
      {receipt.redacted_elsewhere !== null && receipt.not_searched !== 0 && <Note small>{TOO_SHORT} Search for them, and change those texts by hand.</Note>}
      {receipt.reason_redacted && <Note small>Names, addresses and numbers were taken out of the reason.</Note>}
      <Note small>The receipt stands under Settings. It does not name them.</Note>
    </>
  );
}
