import { useInfiniteQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { call } from "../../app/call";
import { goTo } from "../../app/session";
import { count } from "../../app/words";
import type { CandidateQuery } from "../../generated/bindings";
import { Button, ButtonLink, EmptyState, ErrorState, Page, Skeleton, Table, type Sort } from "../../kit";
import { describeError } from "../../app/call";
import { useMedia } from "../../kit/useMedia";
import { candidateColumns, NARROW } from "./candidateColumns";
import { FilterBar } from "./FilterBar";
import { isFiltered, NO_FILTER, type Filter } from "./filter";
import styles from "./Candidates.module.css";

const PAGE = 200;
const SORTED: Sort = { column: "name", descending: false };

/** Everybody considered here: sorted, filtered, searched in full text. */
export function CandidatesScreen() {
  const [filter, setFilter] = useState<Filter>(NO_FILTER);
  const [sort, setSort] = useState<Sort>(SORTED);
  const text = useDeferredValue(filter.text.trim());
  const narrow = useMedia(NARROW);
  const query = { ...filter, text, sort: sort.column as CandidateQuery["sort"], descending: sort.descending, limit: PAGE };
  const pages = useInfiniteQuery({
    queryKey: ["candidateList", query],
    queryFn: ({ pageParam }) => call("candidateList", { ...query, offset: pageParam }),
    initialPageParam: 0,
    getNextPageParam: (last, all) => {
      const shown = all.reduce((sum, page) => sum + page.rows.length, 0);
      return shown < last.total && last.rows.length > 0 ? shown : undefined;
    },
    placeholderData: (previous) => previous,
  });
  const first = pages.data?.pages[0];
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  const nobody = first !== undefined && first.total === 0 && !isFiltered(filter);
  return (
    <Page
      title="Candidates"
      lead={first && (isFiltered(filter) ? `${first.total} found` : count(first.total, "candidate"))}
      actions={
        <>
          <ButtonLink to="/import">Import snapshots</ButtonLink>
          <ButtonLink to="/candidates/new" kind="main">
            Add candidates
          </ButtonLink>
        </>
      }
    >
      {nobody ? (
        <EmptyState title="Nobody here yet">Add people by hand, paste a list, read a CSV file, or import their GitHub data from files.</EmptyState>
      ) : (
        <>
          <FilterBar filter={filter} onChange={setFilter} languages={first?.languages ?? []} />
          {pages.error && !first && <ErrorState {...describeError(pages.error)} onRetry={() => void pages.refetch()} />}
          {!first && !pages.error && <Skeleton rows={10} />}
          {first && first.total === 0 && (
            <EmptyState title="Nobody matches" action={<Button onPress={() => setFilter(NO_FILTER)}>Clear search and filters</Button>}>
              The search looks at names, logins, bios, repositories, READMEs and notes.
            </EmptyState>
          )}
          {first && first.total > 0 && (
            <div className={styles.table}>
              <Table label="Candidates" virtual rows={rows} columns={candidateColumns(Boolean(text), narrow)} sort={sort} onSort={setSort} onOpen={(row) => goTo(`/candidates/${row.id}`)} onLoadMore={pages.hasNextPage ? () => void pages.fetchNextPage() : undefined} isLoadingMore={pages.isFetchingNextPage} />
            </div>
          )}
        </>
      )}
    </Page>
  );
}
