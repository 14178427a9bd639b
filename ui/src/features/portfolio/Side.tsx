import { useRead } from "../../app/queries";
import { ComboBox, Select } from "../../kit";
import styles from "./Beside.module.css";
import type { Held } from "./BesideScreen";
import { AboutSnapshot, snapshotLabel } from "./SnapshotNote";

const OFFERED = 500;

/** Who stands at one side, and from which snapshot. */
export function Side({ label, held, chosen, other, isMissing, onCandidate, onSnapshot }: { label: string; held: Held | null; chosen: string | undefined; other: string | undefined; isMissing: boolean; onCandidate: (id: string) => void; onSnapshot: (id: string) => void }) {
  const page = useRead("candidateList", [{ text: "", source: null, stage: null, role_id: null, language: null, sort: "name", descending: false, offset: 0, limit: OFFERED }]);
  const rows = (page.data?.rows ?? []).filter((row) => row.id !== other);
  return (
    <div className={styles.side}>
      <div className={styles.who}>
        {page.data && <ComboBox key={chosen ?? "none"} label={label} value={chosen ?? null} onChange={(id) => id !== null && onCandidate(id)} placeholder="Choose a candidate" options={rows.map((row) => ({ id: row.id, label: row.name, hint: row.headline }))} error={isMissing ? "Nothing of them was imported." : null} />}
      </div>
      {held && held.candidate.snapshots.length > 1 && <Select label="Snapshot" value={held.snapshot.id} onChange={onSnapshot} options={held.candidate.snapshots.map((one) => ({ id: one.id, label: snapshotLabel(one) }))} />}
      {held && (
        <div className={styles.asOf}>
          <AboutSnapshot snapshot={held.snapshot} />
        </div>
      )}
    </div>
  );
}
