import { useState, type ReactNode } from "react";
import type { JournalEntry } from "../../generated/bindings";
import { undoLast, useRead } from "../../app/queries";
import { count } from "../../app/words";
import { Badge, Button, DateText, EmptyState, Loaded, Page, PageBody, Table, type TableColumn } from "../../kit";
import styles from "./JournalScreen.module.css";
import { VerifyResult } from "./VerifyResult";

const PAGE = 100;

/** Every change of the workspace, newest first, each in a sentence; with undo where undo exists, and the check of the chain. */
export function JournalScreen(): ReactNode {
  const [limit, setLimit] = useState(PAGE);
  const [checking, setChecking] = useState(false);
  const query = useRead("journalList", [0, limit], { keepPrevious: true });
  return (
    <Page title="Journal" lead="Every change, in order. Entries are chained: none can be changed, removed or inserted unseen." actions={<Button kind="main" onPress={() => setChecking(true)}>Verify the journal</Button>}>
      <Loaded query={query}>
        {(page) => (
          <>
            {checking && <PageBody><VerifyResult onClose={() => setChecking(false)} /></PageBody>}
            {page.rows.length === 0 ? (
              <EmptyState title="Nothing has been written yet">Every change made here, by the window or by the program, stands in this list.</EmptyState>
            ) : (
              <Table wrap label="Journal" rows={page.rows.map((entry) => ({ ...entry, id: String(entry.sequence) }))} columns={COLUMNS} />
            )}
            <div className={styles.foot}>
              <span>{page.rows.length} of {count(page.total, "entry", "entries")}</span>
              {page.rows.length < page.total && <Button small onPress={() => setLimit(limit + PAGE)}>Show {PAGE} more</Button>}
            </div>
          </>
        )}
      </Loaded>
    </Page>
  );
}

type Row = JournalEntry & { id: string };

const COLUMNS: TableColumn<Row>[] = [
  { id: "sequence", title: "No.", fit: true, align: "end", render: (row) => <span className={styles.muted}>{row.sequence}</span> },
  { id: "at", title: "When", fit: true, render: (row) => <span className={styles.when}><DateText value={row.at} time /></span> },
  { id: "person", title: "Who", fit: true, render: (row) => row.person ?? <em className={styles.muted}>the program</em> },
  { id: "what", title: "What", isRowHeader: true, render: (row) => <What row={row} /> },
  { id: "hash", title: "Hash", fit: true, render: (row) => <code className={styles.muted} title={row.hash}>{row.hash.slice(0, 10)}</code> },
  { id: "undo", title: "Undo", fit: true, render: (row) => row.undoable && !row.undone && <Button small aria-label={`Undo: ${row.what}`} onPress={() => void undoLast(row.sequence)}>Undo</Button> },
];

function What({ row }: { row: Row }): ReactNode {
  if (row.erased) return <em className={styles.muted}>{row.what || "The content of this entry was erased; the entry stays in the chain."}</em>;
  return (
    <>
      <span className={row.undone ? styles.undone : undefined}>{row.what}</span> {row.undone && <Badge>undone</Badge>}
      {row.closed && <Badge tone="warn">closed to you</Badge>}
    </>
  );
}
