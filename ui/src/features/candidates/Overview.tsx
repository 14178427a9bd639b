import type { CandidateDetail, Fact } from "../../generated/bindings";
import { PageBody, PlainText, Section } from "../../kit";
import { DecisionList } from "../decisions/DecisionList";
import { Accounts } from "./Accounts";
import { Applications } from "./Applications";
import styles from "./Candidates.module.css";
import { Facts } from "./Facts";
import { ProfileLedger } from "./ProfileLedger";

/** Applications and decisions first, then what the snapshot says, each value with its origin. */
export function Overview({ candidate, onFact }: { candidate: CandidateDetail; onFact: (fact: Fact) => void }) {
  return (
    <PageBody>
      <div className={styles.two}>
        <div>
          <Applications candidate={candidate} />
          {candidate.decisions.length > 0 && (
            <Section title="Decisions">
              <DecisionList decisions={candidate.decisions} />
            </Section>
          )}
          <Facts candidate={candidate} onFact={onFact} />
        </div>
        <div>
          <ProfileLedger candidate={candidate} />
          {candidate.notes && (
            <Section title="Notes">
              <PlainText>{candidate.notes}</PlainText>
            </Section>
          )}
          <Accounts candidate={candidate} />
        </div>
      </div>
    </PageBody>
  );
}
