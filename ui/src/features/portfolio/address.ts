/** Where in the portfolio a record is read. Pure. */
import type { EvidenceDetail } from "../../generated/bindings";
import { KINDS } from "./kinds";

/** The router's path of a record. A kind without a tab is read beside the READMEs. */
export function addressInPortfolio(candidateId: string, { row, snapshot_id }: Pick<EvidenceDetail, "row" | "snapshot_id">): string {
  const kind = KINDS.find((one) => one.id === row.kind)?.id ?? "readme";
  const search = new URLSearchParams({ tab: "portfolio", snapshot: snapshot_id, repo: row.repo ?? "", kind, record: row.id });
  return `/candidates/${candidateId}?${search.toString()}`;
}
