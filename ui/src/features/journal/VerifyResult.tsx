import type { ReactNode } from "react";
import { useRead } from "../../app/queries";
import { count } from "../../app/words";
import { Badge, Button, Loaded } from "../../kit";
import styles from "./JournalScreen.module.css";

/** The checks of the journal and the store, each with its result; a failure names the first bad entry. */
export function VerifyResult({ onClose }: { onClose: () => void }): ReactNode {
  const query = useRead("journalVerify", []);
  return (
    <section className={styles.verify} aria-label="Result of the check">
      <Loaded query={query} rows={4}>
        {(report) => (
          <>
            <div className={styles.verifyHead}>
              <p role="status" className={report.ok ? styles.good : styles.bad}>
                {report.ok ? `✓ All is sound: ${count(report.entries, "entry", "entries")}, up to ` : "! Something is wrong: "}
                {report.ok && <code title={report.head}>{report.head.slice(0, 16)}</code>}
              </p>
              <Button small onPress={() => void query.refetch()}>Check again</Button>
              <Button small kind="quiet" onPress={onClose}>Close</Button>
            </div>
            <ul className={styles.checks}>
              {report.checks.map((check) => (
                <li key={check.check}>
                  <Badge tone={check.ok ? "good" : "bad"}>{check.ok ? "sound" : "broken"}</Badge>
                  <span>{check.check}</span>
                  <span className={styles.muted}>{check.detail}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </section>
  );
}
