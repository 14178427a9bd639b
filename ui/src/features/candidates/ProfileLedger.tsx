import { useRead } from "../../app/queries";
import type { CandidateDetail } from "../../generated/bindings";
import { DateText, isInstant, Ledger, Section, type LedgerRow } from "../../kit";

/** What was written here about the candidate, then the newest snapshot's own profile. */
export function ProfileLedger({ candidate }: { candidate: CandidateDetail }) {
  const snapshot = candidate.snapshots[0];
  const detail = useRead("snapshotShow", [snapshot?.id ?? ""], { enabled: snapshot !== undefined });
  const own: LedgerRow[] = [
    { id: "email", what: "E-mail", value: candidate.email, state: candidate.email ? "known" : "absent" },
    { id: "location", what: "Location", value: candidate.location, state: candidate.location ? "known" : "absent" },
    { id: "added", what: "Added", value: <DateText value={candidate.added_at} /> },
  ];
  return (
    <>
      <Section title="Profile">
        <Ledger rows={own} absent="not written down" />
      </Section>
      {detail.data && (
        <Section title={`On ${detail.data.summary.account?.host ?? detail.data.summary.name}`}>
          <Ledger rows={detail.data.profile.map((field) => ({ id: field.field, what: field.title, state: field.state, value: fieldValue(field.value) }))} />
        </Section>
      )}
    </>
  );
}

/** A date as people write it; everything else as the snapshot has it. */
function fieldValue(value: string) {
  if (isInstant(value)) return <DateText value={value} />;
  return value || "empty";
}
