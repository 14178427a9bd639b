import { useState } from "react";
import { useWrite } from "../../app/queries";
import type { Account, CandidateDetail } from "../../generated/bindings";
import { Badge, Button, EmptyState, Section } from "../../kit";
import styles from "./Candidates.module.css";
import { LinkToCandidate } from "./LinkToCandidate";

/** The accounts that are this candidate's, linked by the import or by hand. */
export function Accounts({ candidate }: { candidate: CandidateDetail }) {
  const [linking, setLinking] = useState(false);
  return (
    <Section
      title="Accounts"
      actions={
        <Button small onPress={() => setLinking(true)}>
          Link an account…
        </Button>
      }
    >
      {candidate.accounts.length === 0 ? (
        <EmptyState inset title="No account linked">
          Link one whose snapshot was imported, to read it here.
        </EmptyState>
      ) : (
        <div>
          {candidate.accounts.map((account) => (
            <AccountRow key={account.id} account={account} candidate={candidate} />
          ))}
        </div>
      )}
      {linking && <LinkToCandidate candidate={candidate} onClose={() => setLinking(false)} />}
    </Section>
  );
}

function AccountRow({ account, candidate }: { account: Account; candidate: CandidateDetail }) {
  const unlink = useWrite("candidateUnlink", { said: `${account.login} is no longer linked to ${candidate.name}.`, undo: true });
  return (
    <div className={styles.account}>
      <span>
        {account.login} <span className={styles.muted}>on {account.host}</span> {account.former_logins.length > 0 && <span className={styles.muted}>formerly {account.former_logins.join(", ")}</span>} {account.linked_by_hand && <Badge>linked by hand</Badge>}
        {account.github_id === null && <Badge tone="warn">login only</Badge>} {account.joined_to !== null && <Badge>joined by hand</Badge>}
      </span>
      <Button small kind="quiet" onPress={() => unlink.mutate([candidate.id, account.id])} isPending={unlink.isPending}>
        Unlink
      </Button>
    </div>
  );
}
