import { useState } from "react";
import { useWrite } from "../../app/queries";
import { enterWorkspace } from "../../app/session";
import type { Recent } from "../../generated/bindings";
import { Button, FilePathField, Form, Note, Section, TextField } from "../../kit";
import { RecentList } from "./RecentList";
import styles from "./Start.module.css";

/** Opens a workspace: a recent one, or one found by dialog or typed path. */
export function OpenForm({ recents }: { recents: Recent[] }) {
  const [path, setPath] = useState(recents.find((recent) => !recent.missing)?.path ?? "");
  const [secret, setSecret] = useState("");
  const [byCode, setByCode] = useState(false);
  const unlock = useWrite("workspaceOpen", { quietErrors: true, onDone: enterWorkspace });
  const wrong = unlock.error?.code === "wrong-passphrase" ? `${unlock.error.message} ${unlock.error.hint}` : null;
  return (
    <div className={styles.card}>
      <Section title="Open a workspace">
        {recents.length > 0 ? <RecentList recents={recents} chosen={path} onChoose={setPath} /> : <Note>A folder whose name ends in .assay, on this computer or copied from another.</Note>}
        <Form action="Open workspace" onSubmit={() => unlock.mutate([path.trim(), byCode ? { recovery_code: secret } : { passphrase: secret }])} isPending={unlock.isPending} isDisabled={path.trim() === "" || secret === ""} error={wrong ? null : unlock.error}
          beside={
            <Button kind="quiet" onPress={() => setByCode(!byCode)}>
              {byCode ? "Use the passphrase" : "Use the recovery code"}
            </Button>
          }
        >
          <FilePathField label="Folder" dialog="Open a workspace" wanted="folder" value={path} onChange={setPath} placeholder="/path/to/Name.assay" />
          <TextField label={byCode ? "Recovery code" : "Passphrase"} type={byCode ? "text" : "password"} mono={byCode} value={secret} onChange={setSecret} autoComplete="off" autoFocus={path !== ""} error={wrong} />
        </Form>
      </Section>
    </div>
  );
}
