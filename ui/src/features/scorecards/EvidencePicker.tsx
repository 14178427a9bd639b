import { useState, type KeyboardEvent, type ReactNode } from "react";
import type { EvidenceKind, EvidenceRow, SnapshotSummary } from "../../generated/bindings";
import { useRead } from "../../app/queries";
import { count, EVIDENCE, optionsOf } from "../../app/words";
import { Button, formatDate, Loaded, Select, TextField } from "../../kit";
import { filterEvidence } from "./evidence";
import styles from "./EvidencePicker.module.css";

const PAGE = 200;

/** Evidence of the candidate's snapshots, to cite for the criterion in focus: Enter or a click cites, which is the one action. */
export function EvidencePicker({ snapshots, criterion, onCite }: {
  snapshots: SnapshotSummary[];
  criterion: string;
  onCite: (row: EvidenceRow) => void;
}): ReactNode {
  const [chosen, setChosen] = useState<string | null>(null);
  const [kind, setKind] = useState<EvidenceKind>("repository");
  const [text, setText] = useState("");
  const snapshotId = chosen ?? snapshots[0]?.id;
  if (snapshotId === undefined) {
    return <p className={styles.none}>There is no snapshot of this candidate to cite from. Notes need none.</p>;
  }
  return (
    <div className={styles.picker}>
      <div className={styles.filters}>
        {snapshots.length > 1 && (
          <Select label="Snapshot" hideLabel value={snapshotId} onChange={setChosen} options={snapshots.map(snapshotOption)} />
        )}
        <Select label="Kind of evidence" hideLabel value={kind} onChange={setKind} options={optionsOf(EVIDENCE)} />
        <div data-evidence-filter>
          <TextField label="Find in this evidence" hideLabel placeholder="Find" type="search" value={text} onChange={setText} />
        </div>
      </div>
      <EvidenceList snapshotId={snapshotId} kind={kind} text={text} criterion={criterion} onCite={onCite} />
    </div>
  );
}

function snapshotOption(snapshot: SnapshotSummary) {
  const at = snapshot.taken_at ?? snapshot.imported_at;
  return { id: snapshot.id, label: `${snapshot.name}, ${formatDate(at)}` };
}

function EvidenceList({ snapshotId, kind, text, criterion, onCite }: {
  snapshotId: string;
  kind: EvidenceKind;
  text: string;
  criterion: string;
  onCite: (row: EvidenceRow) => void;
}): ReactNode {
  const [limit, setLimit] = useState(PAGE);
  const query = useRead("evidenceList", [{ snapshot_id: snapshotId, kind, repo: null, offset: 0, limit }], { keepPrevious: true });
  return (
    <Loaded query={query} rows={4}>
      {(page) => {
        const rows = filterEvidence(page.rows, text);
        const more = page.rows.length < page.total;
        return (
          <>
            <p className={styles.count} role="status">
              {rows.length === 0 ? "Nothing of this kind by these words in this snapshot." : `${count(rows.length, "record")}${more ? ` of the first ${page.rows.length}; ${page.total} in all` : ""}`}
            </p>
            <ul className={styles.list} aria-label={`Evidence to cite for ${criterion}`} onKeyDown={walk}>
              {rows.map((row) => (
                <li key={row.id}>
                  <button type="button" className={styles.row} data-evidence onClick={() => onCite(row)}>
                    <span className={styles.title}>{row.title || row.address}</span>
                    <span className={styles.address}>{row.address}</span>
                    {row.excerpt && <span className={styles.excerpt}>{row.excerpt}</span>}
                    <span className="visually-hidden">Cite for {criterion}</span>
                  </button>
                </li>
              ))}
            </ul>
            {more && <Button small onPress={() => setLimit(limit + PAGE)}>Read {PAGE} more</Button>}
          </>
        );
      }}
    </Loaded>
  );
}

/** The arrows walk through the records. */
function walk(event: KeyboardEvent<HTMLElement>) {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-evidence]")];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  const next = rows[at + (event.key === "ArrowDown" ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
