import { useInfiniteQuery } from "@tanstack/react-query";
import { call, describeError, type CommandError } from "../../app/call";
import { count } from "../../app/words";
import type { CandidateDetail, Conversation, ConversationPart } from "../../generated/bindings";
import { Button, classes, ErrorState, Note, Skeleton } from "../../kit";
import type { Quotable } from "./citation";
import { CiteArea, CiteOne } from "./CiteArea";
import { DiffHunk } from "./DiffHunk";
import { ForeignText } from "./ForeignText";
import styles from "./Portfolio.module.css";
import { Byline } from "./RecordMeta";
import { deedOf, placeText, sameHunk } from "./words";

const PAGE = 40;

/** A pull request or issue as it was held: its text, then what was said, in order. */
export function ConversationView({ candidate, id }: { candidate: CandidateDetail; id: string }) {
  const query = useInfiniteQuery<Conversation, CommandError, { pages: Conversation[] }, readonly unknown[], number>({
    queryKey: ["conversationShow", id],
    queryFn: ({ pageParam }) => call("conversationShow", id, pageParam, PAGE),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => (pages.length * PAGE < last.total ? pages.length * PAGE : undefined),
  });
  if (query.error) return <ErrorState {...describeError(query.error)} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton />;
  const parts = query.data.pages.flatMap((page) => page.parts);
  const total = query.data.pages[0]?.total ?? 0;
  return (
    <CiteArea candidate={candidate} quotables={parts.map((part): Quotable => ({ row: part.row, body: part.body }))}>
      <ol className={styles.conversation}>
        {parts.map((part, index) => (
          <Part key={part.row.id} part={part} before={parts[index - 1]} />
        ))}
      </ol>
      {total === 0 && (
        <Note small>
          What others said here is <em>not in this snapshot</em>, or nobody said anything.
        </Note>
      )}
      {query.hasNextPage && (
        <Button kind="quiet" onPress={() => void query.fetchNextPage()} isPending={query.isFetchingNextPage}>
          Read on ({count(total - parts.length + 1, "comment")} more)
        </Button>
      )}
    </CiteArea>
  );
}

function Part({ part, before }: { part: ConversationPart; before: ConversationPart | undefined }) {
  const { row, place } = part;
  const title = place === null ? row.title : "";
  return (
    <li className={classes(styles.part, row.by_subject === true && styles.theirs)} data-record={row.id}>
      {title && (
        <h3 className={styles.title} dir="auto">
          {title}
        </h3>
      )}
      <div className={styles.said}>
        <span className={styles.who}>
          <Byline row={row} /> <span className={styles.muted}>{deedOf(part)}</span>
        </span>
        <CiteOne record={row.id} what={`what ${row.author ?? "somebody"} wrote`} />
      </div>
      {place?.hunk && !sameHunk(part, before) && <DiffHunk hunk={place.hunk} place={placeText(place)} />}
      {place?.path && !place.hunk && <p className={styles.muted}>At {placeText(place)}</p>}
      <ForeignText record={row.id} title={`What ${row.author ?? "somebody"} wrote`} body={part.body} html={part.html} />
    </li>
  );
}
