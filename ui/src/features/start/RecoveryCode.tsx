import { useState } from "react";
import { enterWorkspace } from "../../app/session";
import type { Created } from "../../generated/bindings";
import { Button, Checkbox, Note, Row } from "../../kit";
import styles from "./Start.module.css";

/** Shows the recovery code, this once. */
export function RecoveryCode({ created }: { created: Created }) {
  const [written, setWritten] = useState(false);
  return (
    <div className={styles.recovery}>
      <h1 className={styles.name}>Write down the recovery code</h1>
      <Note>It opens “{created.info.name}” if the passphrase is forgotten. It is shown this once and stored nowhere. Without passphrase and code nobody can open the folder, not even we.</Note>
      <code className={styles.code}>{created.recovery_code}</code>
      <Checkbox isSelected={written} onChange={setWritten}>
        I have written it down
      </Checkbox>
      <Row>
        <Button kind="main" isDisabled={!written} onPress={() => enterWorkspace(created.info)}>
          Open the workspace
        </Button>
      </Row>
    </div>
  );
}
