import type { Hit } from "../generated/bindings";

/** The part of a candidate's page that shows a noun. */
const TABS: Partial<Record<Hit["noun"], string>> = { snapshot: "?tab=portfolio", submission: "?tab=submissions" };

/** Where a search hit is shown. */
export function pathOfHit(hit: Pick<Hit, "noun" | "id" | "candidate_id">): string {
  if (hit.noun === "role" || hit.noun === "plan") return `/roles/${hit.id}`;
  if (hit.noun === "rubric") return `/rubrics/${hit.id}`;
  if (hit.noun === "interview" || hit.noun === "scorecard") return `/interviews/${hit.id}`;
  if (hit.noun === "person") return "/people";
  if (hit.noun === "candidate") return `/candidates/${hit.id}`;
  if (hit.candidate_id) return `/candidates/${hit.candidate_id}${TABS[hit.noun] ?? ""}`;
  if (hit.noun === "import") return `/import/${hit.id}`;
  if (hit.noun === "account" || hit.noun === "snapshot") return "/import";
  return "/journal";
}
