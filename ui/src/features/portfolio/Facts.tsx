import { useState } from "react";
import { useRead } from "../../app/queries";
import { count } from "../../app/words";
import type { CandidateDetail, Fact } from "../../generated/bindings";
import { ButtonLink, EmptyState, Ledger, Loaded, Section, Select } from "../../kit";
import { OverTime } from "./OverTime";
import { Invisible, snapshotLabel, SnapshotNote } from "./SnapshotNote";

const NOBODY = "nothing";

/** What of a snapshot is explained in the inspector. */
export type Chosen = { snapshot: string; fact: Fact } | { snapshot: string; evidence: string; from?: Fact };

/** The facts of a snapshot, with its date, its origin and on whose permission it is held. */
export function Facts({ candidate, onChoose }: { candidate: CandidateDetail; onChoose: (chosen: Chosen) => void }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [against, setAgainst] = useState<string | null>(null);
  const snapshot = candidate.snapshots.find((one) => one.id === chosen) ?? candidate.snapshots[0];
  if (!snapshot)
    return (
      <Section title="Facts">
        <EmptyState inset title="No snapshot" action={<ButtonLink to="/import">Import snapshots</ButtonLink>}>
          Without one nothing is known of their public work, which says nothing about it.
        </EmptyState>
      </Section>
    );
  const others = candidate.snapshots.filter((one) => one.id !== snapshot.id);
  const other = others.find((one) => one.id === against);
  const choice = candidate.snapshots.length > 1 && <Select label="Snapshot" hideLabel value={snapshot.id} onChange={setChosen} options={candidate.snapshots.map((one) => ({ id: one.id, label: snapshotLabel(one) }))} />;
  return (
    <Section title="Facts" note="Each opens its definition and the records it was read from. They inform a person's rating; nothing is scored from them." actions={choice || undefined}>
      <Invisible />
      <SnapshotNote snapshot={snapshot} />
      {others.length > 0 && <Select label="Compared over time with" value={other?.id ?? NOBODY} onChange={(id) => setAgainst(id === NOBODY ? null : id)} options={[{ id: NOBODY, label: "nothing" }, ...others.map((one) => ({ id: one.id, label: snapshotLabel(one) }))]} />}
      {other ? <OverTime one={snapshot.id} other={other.id} /> : <FactLedger snapshotId={snapshot.id} onFact={(fact) => onChoose({ snapshot: snapshot.id, fact })} />}
    </Section>
  );
}

function FactLedger({ snapshotId, onFact }: { snapshotId: string; onFact: (fact: Fact) => void }) {
  const detail = useRead("snapshotShow", [snapshotId]);
  return (
    <Loaded query={detail}>
      {(data) => <Ledger rows={data.facts.map((fact) => ({ id: fact.fact, what: fact.title, state: fact.state, value: fact.value, note: fact.evidence_total > 0 ? `from ${count(fact.evidence_total, "record")}` : undefined, onOpen: () => onFact(fact) }))} />}
    </Loaded>
  );
}
