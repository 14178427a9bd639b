import { useState } from "react";
import { provenanceText } from "../../app/ProvenanceFields";
import { useRead } from "../../app/queries";
import type { CandidateDetail, Fact, SnapshotSummary } from "../../generated/bindings";
import { ButtonLink, EmptyState, formatDate, Ledger, Loaded, Note, Section, Select } from "../../kit";

/** The facts of a snapshot, with its date, its origin and on whose permission it is held. */
export function Facts({ candidate, onFact }: { candidate: CandidateDetail; onFact: (fact: Fact) => void }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const snapshot = candidate.snapshots.find((one) => one.id === chosen) ?? candidate.snapshots[0];
  if (!snapshot)
    return (
      <Section title="Facts">
        <EmptyState inset title="No snapshot" action={<ButtonLink to="/import">Import snapshots</ButtonLink>}>
          Without one nothing is known of their public work, which says nothing about it.
        </EmptyState>
      </Section>
    );
  const choice = candidate.snapshots.length > 1 && <Select label="Snapshot" hideLabel value={snapshot.id} onChange={setChosen} options={candidate.snapshots.map((one) => ({ id: one.id, label: snapshotLabel(one) }))} />;
  return (
    <Section title="Facts" note="Each opens its definition and the records it was read from. They inform a person's rating; nothing is scored from them." actions={choice || undefined}>
      <SnapshotNote snapshot={snapshot} />
      <FactLedger snapshotId={snapshot.id} onFact={onFact} />
    </Section>
  );
}

function FactLedger({ snapshotId, onFact }: { snapshotId: string; onFact: (fact: Fact) => void }) {
  const detail = useRead("snapshotShow", [snapshotId]);
  return (
    <Loaded query={detail}>
      {(data) => <Ledger rows={data.facts.map((fact) => ({ id: fact.fact, what: fact.title, state: fact.state, value: fact.value, note: fact.evidence_total > 0 ? `from ${fact.evidence_total} ${fact.evidence_total === 1 ? "record" : "records"}` : undefined, onOpen: () => onFact(fact) }))} />}
    </Loaded>
  );
}

/** "ilse-fx, 14 Oct 2026". */
export function snapshotLabel(snapshot: SnapshotSummary): string {
  return `${snapshot.account.login}, ${formatDate(snapshot.taken_at ?? snapshot.imported_at)}`;
}

/** As of when, from where, on whose permission. */
export function SnapshotNote({ snapshot }: { snapshot: SnapshotSummary }) {
  const asOf = snapshot.taken_at ? `As of ${formatDate(snapshot.taken_at)}` : "The data carries no date of its own";
  return (
    <Note small>
      {asOf}; imported {formatDate(snapshot.imported_at)} from {snapshot.origin}. {provenanceText(snapshot.provenance)}.
    </Note>
  );
}
