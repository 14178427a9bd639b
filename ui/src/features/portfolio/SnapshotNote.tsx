import { provenanceText } from "../../app/ProvenanceFields";
import type { SnapshotSummary } from "../../generated/bindings";
import { Disclosure, formatDate, Note } from "../../kit";
import styles from "./Portfolio.module.css";

/** "ilse-fx, 14 Oct 2026". */
export function snapshotLabel(snapshot: SnapshotSummary): string {
  return `${snapshot.name}, ${formatDate(snapshot.taken_at ?? snapshot.imported_at)}`;
}

function asOf(snapshot: SnapshotSummary): string {
  return snapshot.taken_at ? `As of ${formatDate(snapshot.taken_at)}` : "The data carries no date of its own";
}

/** As of when, from where, on whose permission. */
export function SnapshotNote({ snapshot }: { snapshot: SnapshotSummary }) {
  return (
    <Note small>
      {asOf(snapshot)}; imported {formatDate(snapshot.imported_at)} from {snapshot.origin}. {provenanceText(snapshot.provenance)}.
    </Note>
  );
}

/** The same where there is little room: the date, the rest on demand. */
export function AboutSnapshot({ snapshot }: { snapshot: SnapshotSummary }) {
  return (
    <Disclosure title={asOf(snapshot)}>
      <Note small>
        Imported {formatDate(snapshot.imported_at)} from {snapshot.origin}. {provenanceText(snapshot.provenance)}.
      </Note>
    </Disclosure>
  );
}

/** What no snapshot can show. Said wherever a portfolio is judged. */
export function Invisible() {
  return <p className={styles.invisible}>Private and paid work is invisible here. A thin portfolio says nothing about it.</p>;
}
