import type { Fact } from "../../generated/bindings";
import { Inspector, Note, PathText, Section } from "../../kit";
import { Button as PlainButton } from "../../kit/PlainButton";
import styles from "./Inspect.module.css";

const STATES: Record<Fact["state"], string> = { known: "Known from this snapshot.", zero: "Looked for, and there is none.", absent: "Not in this snapshot: the records it would be read from were not captured. That is not nought." };

/** A fact explained: value, state, definition, what it does not mean, and the records under it. */
export function FactInspector({ fact, onEvidence, onClose }: { fact: Fact; onEvidence: (id: string) => void; onClose: () => void }) {
  return (
    <Inspector title={fact.title} onClose={onClose}>
      <div>
        {fact.state === "absent" ? <em>not in this snapshot</em> : <span className={styles.value}>{fact.value}</span>}
        <Note small>{STATES[fact.state]}</Note>
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
      {fact.evidence_total > 0 && (
        <Section title={`From ${fact.evidence_total} ${fact.evidence_total === 1 ? "record" : "records"}`}>
          <ul>
            {fact.evidence.map((evidence) => (
              <li key={evidence.id}>
                <PlainButton className={styles.record} onPress={() => onEvidence(evidence.id)}>
                  {evidence.title || evidence.kind}
                  <PathText>{evidence.address}</PathText>
                </PlainButton>
              </li>
            ))}
          </ul>
          {fact.evidence_total > fact.evidence.length && <Note small>The first {fact.evidence.length}; the others stand in the portfolio.</Note>}
        </Section>
      )}
    </Inspector>
  );
}
