import type { ReactNode } from "react";
import type { CandidateDetail, Fact } from "../../generated/bindings";
import { PageBody, PlainText, Section } from "../../kit";
import { Accounts } from "./Accounts";
import { Applications } from "./Applications";
import styles from "./Candidates.module.css";
import { Facts } from "./Facts";
import { ProfileLedger } from "./ProfileLedger";

/** Applications and decisions first, then what the snapshot says, each value with its origin. */
export function Overview({ candidate, decisions, onFact }: { candidate: CandidateDetail; decisions: ReactNode; onFact: (fact: Fact) => void }) {
  return (
    <PageBody>
      <div className={styles.two}>
        <div>
          <Applications candidate={candidate} />
          {candidate.decisions.length > 0 && (
            <Section title="Decisions">
              {decisions}
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
