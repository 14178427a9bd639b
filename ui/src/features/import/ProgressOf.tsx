import { count } from "../../app/words";
import type { ImportProgress } from "../../generated/bindings";
import { ProgressBar } from "../../kit";
import { share } from "./progress";

/** The bar of a running import and its counts. */
export function ProgressOf({ progress }: { progress: ImportProgress }) {
  const { totals } = progress;
  const parts = [count(totals.files, "file"), count(progress.records, "record"), totals.refused > 0 ? `${totals.refused} refused` : "", totals.skipped > 0 ? `${totals.skipped} skipped` : ""];
  return <ProgressBar label={progress.current || "Reading…"} detail={parts.filter(Boolean).join(" · ")} value={share(progress)} max={progress.bytes_total ?? 1} />;
}
