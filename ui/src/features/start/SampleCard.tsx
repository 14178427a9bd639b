import { useWrite } from "../../app/queries";
import { enterWorkspace } from "../../app/session";
import { Button, Note, Row, Section } from "../../kit";
import styles from "./Start.module.css";

/** Opens the sample, made on first use. */
export function SampleCard({ passphrase }: { passphrase: string }) {
  const sample = useWrite("workspaceCreateSample", { onDone: enterWorkspace });
  return (
    <div className={styles.card}>
      <Section title="Explore the sample">
        <Note>One backend role, its candidates, all of them invented, and five interviewers who do not always agree. Change what you like.</Note>
        <Note small>
          Its passphrase is <code>{passphrase}</code>. With more than one person in a workspace you are asked who is at the keyboard; in the sample any of them.
        </Note>
        <Row>
          <Button onPress={() => sample.mutate([])} isPending={sample.isPending}>
            {sample.isPending ? "Preparing the sample…" : "Explore the sample"}
          </Button>
        </Row>
      </Section>
    </div>
  );
}
