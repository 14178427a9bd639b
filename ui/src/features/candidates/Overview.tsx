import type { ReactNode } from "react";
import type { CandidateDetail } from "../../generated/bindings";
import { PageBody, PlainText, Section } from "../../kit";
import { Accounts } from "./Accounts";
import { Applications } from "./Applications";
import { BlindNotice } from "./BlindNotice";
import styles from "./Candidates.module.css";
import { ProfileLedger } from "./ProfileLedger";

/** Applications and decisions first, then what the snapshot says, each value with its origin. */
export function Overview({ candidate, decisions, facts }: { candidate: CandidateDetail; decisions: ReactNode; facts: ReactNode }) {
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
          {!candidate.blind && facts}
        </div>
        <div>
          {candidate.blind ? <BlindNotice text={candidate.blind} /> : <ProfileLedger candidate={candidate} />}
          {candidate.notes && (
            <Section title="Notes">
              <PlainText>{candidate.notes}</PlainText>
            </Section>
          )}
          {!candidate.blind && <Accounts candidate={candidate} />}
        </div>
      </div>
    </PageBody>
  );
}
