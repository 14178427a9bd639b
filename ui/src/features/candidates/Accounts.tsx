import { useState } from "react";
import { useWrite } from "../../app/queries";
import type { Account, CandidateDetail, SnapshotSummary } from "../../generated/bindings";
import { Badge, Button, EmptyState, Row, Section } from "../../kit";
import styles from "./Candidates.module.css";
import { JoinAccount } from "./JoinAccount";
import { LinkSnapshot } from "./LinkSnapshot";
import { LinkToCandidate } from "./LinkToCandidate";

/** The accounts that are this candidate's, linked by the import or by hand. */
export function Accounts({ candidate }: { candidate: CandidateDetail }) {
  const [linking, setLinking] = useState<"account" | "snapshot" | null>(null);
  const alone = candidate.snapshots.filter((snapshot) => snapshot.account === null);
  return (
    <Section
      title="Accounts"
      actions={
        <Row>
          <Button small onPress={() => setLinking("account")}>
            Link an account…
          </Button>
          <Button small kind="quiet" onPress={() => setLinking("snapshot")}>
            Link a clone or bundle…
          </Button>
        </Row>
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
      {alone.map((snapshot) => (
        <AloneRow key={snapshot.id} snapshot={snapshot} candidate={candidate} />
      ))}
      {linking === "account" && <LinkToCandidate candidate={candidate} onClose={() => setLinking(null)} />}
      {linking === "snapshot" && <LinkSnapshot candidate={candidate} onClose={() => setLinking(null)} />}
    </Section>
  );
}

/** One account with every login it was seen under; one without a number can be joined to one that has it. */
function AccountRow({ account, candidate }: { account: Account; candidate: CandidateDetail }) {
  const [joining, setJoining] = useState(false);
  const unlink = useWrite("candidateUnlink", { said: `${account.login} is no longer linked to ${candidate.name}.`, undo: true });
  const separate = useWrite("accountSeparate", { said: `${account.login} stands by itself again.`, undo: true });
  const isLoginOnly = account.github_id === null;
  return (
    <div className={styles.account}>
      <span>
        {account.login} <span className={styles.muted}>on {account.host}</span>{" "}
        {account.github_id !== null && <span className={styles.muted}>number {account.github_id}</span>} {account.linked_by_hand && <Badge>linked by hand</Badge>} {isLoginOnly && <Badge tone="warn">{account.joined_to ? "joined by hand" : "login only"}</Badge>}
        {account.former_logins.length > 0 && <span className={styles.muted}> also seen as {account.former_logins.join(", ")}</span>}
      </span>
      <Row>
        {isLoginOnly && !account.joined_to && (
          <Button small kind="quiet" onPress={() => setJoining(true)}>
            Join…
          </Button>
        )}
        {account.joined_to && (
          <Button small kind="quiet" onPress={() => separate.mutate([account.id])} isPending={separate.isPending}>
            Separate
          </Button>
        )}
        <Button small kind="quiet" onPress={() => unlink.mutate([candidate.id, account.id])} isPending={unlink.isPending}>
          Unlink
        </Button>
      </Row>
      {joining && <JoinAccount account={account} onClose={() => setJoining(false)} />}
    </div>
  );
}

/** A snapshot that names no account and was said to be theirs. */
function AloneRow({ snapshot, candidate }: { snapshot: SnapshotSummary; candidate: CandidateDetail }) {
  const unlink = useWrite("snapshotUnlink", { said: `${snapshot.name} is no longer ${candidate.name}'s.`, undo: true });
  return (
    <div className={styles.account}>
      <span>
        {snapshot.name} <span className={styles.muted}>names nobody; said to be theirs</span>
      </span>
      <Button small kind="quiet" onPress={() => unlink.mutate([snapshot.id])} isPending={unlink.isPending}>
        Unlink
      </Button>
    </div>
  );
}
