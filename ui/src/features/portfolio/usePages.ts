import { useInfiniteQuery } from "@tanstack/react-query";
import { call, type CommandError } from "../../app/call";
import type { EvidenceKind, EvidenceRow, RepositoryRow } from "../../generated/bindings";

const PAGE = 100;

/** A list that is read a page at a time: the rows so far, how many there are in all, and how to have more. */
export type Pages<T> = { rows: T[] | undefined; total: number; error: CommandError | null; retry: () => void; more: (() => void) | undefined; isLoading: boolean };

/** The records of one kind in a snapshot, of one repository or of all. */
export function useEvidence(snapshotId: string, kind: EvidenceKind, repo: string | null, enabled = true): Pages<EvidenceRow> {
  return usePages(["evidenceList", snapshotId, kind, repo], (offset) => call("evidenceList", { snapshot_id: snapshotId, kind, repo, offset, limit: PAGE }), enabled);
}

/** The repositories of a snapshot in reading order. */
export function useRepositories(snapshotId: string, text = ""): Pages<RepositoryRow> {
  return usePages(["repositoryList", snapshotId, text], (offset) => call("repositoryList", { snapshot_id: snapshotId, text, offset, limit: PAGE }));
}

function usePages<T>(queryKey: readonly unknown[], read: (offset: number) => Promise<{ total: number; rows: T[] }>, enabled = true): Pages<T> {
  const query = useInfiniteQuery<{ total: number; rows: T[] }, CommandError, { pages: { total: number; rows: T[] }[] }, readonly unknown[], number>({
    queryKey,
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => nextOffset(last, pages),
    enabled,
  });
  const pages = query.data?.pages;
  return {
    rows: pages?.flatMap((page) => page.rows),
    total: pages?.[0]?.total ?? 0,
    error: query.error,
    retry: () => void query.refetch(),
    more: query.hasNextPage ? () => void (query.isFetchingNextPage || query.fetchNextPage()) : undefined,
    isLoading: query.isFetchingNextPage,
  };
}

/** Where the next page begins; undefined at the end. */
export function nextOffset<T>(last: { total: number; rows: T[] }, pages: readonly { rows: T[] }[]): number | undefined {
  const shown = pages.reduce((sum, page) => sum + page.rows.length, 0);
  return shown < last.total && last.rows.length > 0 ? shown : undefined;
}
