/** The kinds of record one reads, and what a repository has of each. Pure. */
import type { EvidenceKind, RepositoryCounts, RepositoryGroup } from "../../generated/bindings";

/** In the order of the tabs. */
export const KINDS = [
  { id: "readme", label: "README" },
  { id: "commit", label: "Commits" },
  { id: "pull-request", label: "Pull requests" },
  { id: "comment", label: "Reviews" },
  { id: "tree", label: "Files" },
  { id: "issue", label: "Issues" },
  { id: "release", label: "Releases" },
  { id: "gist", label: "Gists" },
] as const satisfies { id: EvidenceKind; label: string }[];

export type Kind = (typeof KINDS)[number]["id"];

/** Gists belong to an account, never to a repository. */
export const REPOSITORY_KINDS = KINDS.filter((kind) => kind.id !== "gist");

/** The kind of a word in an address; README where it is none. */
export function kindOf(word: string | undefined): Kind {
  return KINDS.find((kind) => kind.id === word)?.id ?? "readme";
}

/** How many records of a kind there are; undefined where the number would say nothing. */
export function countOf(counts: RepositoryCounts, kind: Kind): number | undefined {
  const found: Partial<Record<Kind, number>> = { commit: counts.commits, "pull-request": counts.pull_requests, comment: counts.comments, issue: counts.issues, release: counts.releases };
  return found[kind] || undefined;
}

/** The first kind that a repository has something of: the README, or else what its owner did there. */
export function firstKind(counts: RepositoryCounts): Kind {
  if (counts.readmes > 0) return "readme";
  const has: [Kind, number][] = [["commit", counts.commits], ["pull-request", counts.pull_requests], ["comment", counts.comments], ["tree", counts.trees], ["issue", counts.issues], ["release", counts.releases]];
  return has.find(([, number]) => number > 0)?.[0] ?? "readme";
}

/** Over which rows of the list of repositories stands what. */
export const GROUPS: Record<RepositoryGroup, string> = { chosen: "Worth reading", pinned: "Pinned by them", own: "Their own", fork: "Forks", unowned: "Owner not known", elsewhere: "Elsewhere" };

/** Neighbours of one group under one heading, in the order they came. */
export function grouped<T extends { group: RepositoryGroup }>(rows: readonly T[]): { group: RepositoryGroup; rows: T[] }[] {
  const groups: { group: RepositoryGroup; rows: T[] }[] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last?.group === row.group) last.rows.push(row);
    else groups.push({ group: row.group, rows: [row] });
  }
  return groups;
}
