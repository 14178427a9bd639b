import { useInfiniteQuery } from "@tanstack/react-query";
import { call } from "../../app/call";
import type { EvidenceKind } from "../../generated/bindings";

const PAGE = 100;

/** The records of one kind in a snapshot, a page at a time. */
export function useEvidence(snapshotId: string, kind: EvidenceKind, repo: string | null, enabled = true) {
  const query = useInfiniteQuery({
    queryKey: ["evidenceList", snapshotId, kind, repo],
    queryFn: ({ pageParam }) => call("evidenceList", { snapshot_id: snapshotId, kind, repo, offset: pageParam, limit: PAGE }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const shown = pages.reduce((sum, page) => sum + page.rows.length, 0);
      return shown < last.total && last.rows.length > 0 ? shown : undefined;
    },
    enabled,
  });
  return { ...query, total: query.data?.pages[0]?.total ?? 0, rows: query.data?.pages.flatMap((page) => page.rows) };
}
