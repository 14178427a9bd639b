/** The address of a rubric: its id, which may hold slashes, and its version. Pure. */

/** "/rubrics/backend/code-review@1" */
export function rubricPath(id: string, version: number): string {
  return `/rubrics/${id}@${version}`;
}

/** Reads what stands after "/rubrics/"; null where no version is named. */
export function parseRubricPath(splat: string): { id: string; version: number } | null {
  const found = /^(.+)@(\d+)$/.exec(splat);
  return found?.[1] ? { id: found[1], version: Number(found[2]) } : null;
}
