import { useRead } from "../../app/queries";
import { count } from "../../app/words";
import type { Fact } from "../../generated/bindings";
import { Inspector, Loaded, Note, PathText, Section } from "../../kit";
import { Button as PlainButton } from "../../kit/PlainButton";
import styles from "./Portfolio.module.css";
import { headOf } from "./words";

/** The three states, said. */
export const FACT_STATES: Record<Fact["state"], string> = { known: "Known from this snapshot.", zero: "Looked for, and there is none.", absent: "Not in this snapshot: the records it would be read from were not captured. That is not nought." };

/** A fact explained: value, state, definition, what it does not mean, and the records under it. */
export function FactInspector({ fact, snapshotId, onEvidence, onClose }: { fact: Fact; snapshotId: string; onEvidence: (id: string) => void; onClose: () => void }) {
  return (
    <Inspector title={fact.title} onClose={onClose}>
      <div>
        {fact.state === "absent" ? <em>not in this snapshot</em> : <span className={styles.value}>{fact.value}</span>}
        <Note small>{FACT_STATES[fact.state]}</Note>
      </div>
      <Section title="Definition">
        <p>{fact.definition}</p>
        <Note small>Version {fact.version}</Note>
      </Section>
      {fact.not_meaning && (
        <Section title="What it does not mean">
          <p>{fact.not_meaning}</p>
        </Section>
      )}
      {fact.evidence_total > 0 && <FactRecords fact={fact} snapshotId={snapshotId} onEvidence={onEvidence} />}
    </Inspector>
  );
}

function FactRecords({ fact, snapshotId, onEvidence }: { fact: Fact; snapshotId: string; onEvidence: (id: string) => void }) {
  const records = useRead("factEvidence", [snapshotId, fact.fact]);
  return (
    <Section title={`From ${count(fact.evidence_total, "record")}`}>
      <Loaded query={records} rows={3}>
        {(page) => (
          <>
            <ul>
              {page.rows.map((row) => (
                <li key={row.id}>
                  <PlainButton className={styles.under} onPress={() => onEvidence(row.id)}>
                    <span dir="auto">{headOf(row)}</span>
                    <PathText>{row.address}</PathText>
                  </PlainButton>
                </li>
              ))}
            </ul>
            {page.total > page.rows.length && <Note small>The first {page.rows.length} are kept with the fact; the others stand in the portfolio.</Note>}
          </>
        )}
      </Loaded>
    </Section>
  );
}
