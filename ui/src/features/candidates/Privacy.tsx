import { useState, type ReactNode } from "react";
import { provenanceText } from "../../app/ProvenanceFields";
import { BASES, SOURCES } from "../../app/words";
import type { CandidateDetail } from "../../generated/bindings";
import { Badge, Button, DateText, isPast, Ledger, PageBody, PathText, Row, Section } from "../../kit";
import { DoNotContact } from "./DoNotContact";
import { EraseDialog } from "./EraseDialog";

/** On whose permission what is held, until when, and how to erase it. */
export function Privacy({ candidate, given }: { candidate: CandidateDetail; given: ReactNode }) {
  const [erasing, setErasing] = useState(false);
  const { provenance } = candidate;
  const over = provenance.until !== null && isPast(provenance.until, new Date());
  return (
    <PageBody>
      <Section title="What is held, and why">
        <Ledger
          absent="not written down"
          rows={[
            { id: "source", what: "Source", value: SOURCES[provenance.source] },
            { id: "basis", what: "Basis", value: BASES[provenance.basis] },
            { id: "permission", what: "Who allowed it", state: provenance.permission ? "known" : "absent", value: provenance.permission, note: candidate.blind ? "hidden while you review blind" : undefined },
            { id: "until", what: "May be held until", state: provenance.until ? "known" : "absent", value: provenance.until && <><DateText value={provenance.until} /> {over && <Badge tone="bad">ran out</Badge>}</> },
            ...candidate.snapshots.map((snapshot) => ({ id: snapshot.id, what: `Snapshot of ${snapshot.name}`, value: provenanceText(snapshot.provenance), note: <>imported <DateText value={snapshot.imported_at} /> from <PathText>{snapshot.origin}</PathText></> })),
          ]}
        />
      </Section>
      <DoNotContact candidate={candidate} />
      {given}
      <Section title="Erase" note="Takes the candidate out of every table, other people's snapshots, the search, free pages of the file, and this workspace's own backups. It cannot be undone. What remains is a receipt that does not name them.">
        <Row>
          <Button kind="danger" onPress={() => setErasing(true)}>
            Erase {candidate.name}…
          </Button>
        </Row>
      </Section>
      {erasing && <EraseDialog candidate={candidate} onClose={() => setErasing(false)} />}
    </PageBody>
  );
}
