import { useState } from "react";
import styles from "./Beside.module.css";
import type { Held } from "./BesideScreen";
import type { Kind } from "./kinds";
import { Reader } from "./Reader";

/** Records of one kind of both, each side with its list and what is read of it. */
export function BesideReader({ left, right, kind }: { left: Held; right: Held; kind: Kind }) {
  return (
    <div className={styles.readers}>
      <OneReader key={left.snapshot.id} held={left} kind={kind} />
      <OneReader key={right.snapshot.id} held={right} kind={kind} />
    </div>
  );
}

function OneReader({ held, kind }: { held: Held; kind: Kind }) {
  const [place, setPlace] = useState<{ record?: string; kind: Kind }>({ kind });
  return (
    <section className={styles.reader} aria-label={held.candidate.name}>
      <Reader candidate={held.candidate} snapshot={held.snapshot} repo={null} kind={place.kind} record={place.record} onRecord={(record, to) => setPlace({ record, kind: to ?? place.kind })} />
    </section>
  );
}
