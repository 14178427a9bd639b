import type { CandidateQuery } from "../../generated/bindings";

/** What the list is narrowed to. */
export type Filter = Pick<CandidateQuery, "text" | "source" | "stage" | "role_id" | "language">;

export const NO_FILTER: Filter = { text: "", source: null, stage: null, role_id: null, language: null };

/** Whether anything narrows the list. */
export function isFiltered(filter: Filter): boolean {
  return filter.text.trim() !== "" || filter.source !== null || filter.stage !== null || filter.role_id !== null || filter.language !== null;
}
