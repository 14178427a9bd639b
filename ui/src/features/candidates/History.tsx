import { undoLast, useRead } from "../../app/queries";
import { Badge, Button, DateText, EmptyState, Loaded, Table } from "../../kit";
import type { JournalEntry } from "../../generated/bindings";

/** Everything done about the candidate, newest first, from the journal. */
export function History({ candidateId }: { candidateId: string }) {
  const history = useRead("candidateHistory", [candidateId]);
  return (
    <Loaded query={history}>
      {(entries) =>
        entries.length === 0 ? (
          <EmptyState title="Nothing has happened yet">Every change about this candidate will stand here.</EmptyState>
        ) : (
          <Table
            label="History"
            wrap
            rows={entries.map((entry) => ({ ...entry, id: String(entry.sequence) }))}
            columns={[
              { id: "at", title: "When", fit: true, render: (entry) => <DateText value={entry.at} time /> },
              { id: "person", title: "Who", fit: true, render: (entry) => entry.person ?? <em>the program</em> },
              { id: "what", title: "What", isRowHeader: true, render: (entry) => whatCell(entry) },
              { id: "undo", title: "Undo", fit: true, align: "end", render: (entry) => entry.undoable && !entry.undone && <Button small kind="quiet" aria-label={`Undo: ${entry.what}`} onPress={() => void undoLast(entry.sequence)}>Undo</Button> },
            ]}
          />
        )
      }
    </Loaded>
  );
}

function whatCell(entry: JournalEntry) {
  if (entry.closed) return <em>Closed to you until your own scorecard is in.</em>;
  return (
    <>
      {entry.what} {entry.undone && <Badge>undone</Badge>} {entry.erased && <Badge>erased</Badge>}
    </>
  );
}
