import type { ImportReport, Outcome } from "../../generated/bindings";
import { Badge } from "../../kit";

/** How an import ended. */
export function stateWord(state: ImportReport["state"]) {
  if (state === "done") return "done";
  if (state === "running") return <Badge tone="accent">running</Badge>;
  return <Badge tone={state === "failed" ? "bad" : "warn"}>{state}</Badge>;
}

/** What became of one file. */
export function outcomeWord(outcome: Outcome) {
  const tone = { imported: "good", skipped: "plain", refused: "bad" } as const;
  return <Badge tone={tone[outcome]}>{outcome}</Badge>;
}
