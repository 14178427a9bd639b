import { useState } from "react";
import { useWrite } from "../../app/queries";
import type { Created } from "../../generated/bindings";
import { Button, FilePathField, Form, Note, Row, Section, TextField } from "../../kit";
import { passphraseStrength } from "../../app/strength";
import styles from "./Start.module.css";

/** Makes an empty workspace under a passphrase given twice. */
export function CreateForm({ folder: suggested, onCreated }: { folder: string; onCreated: (created: Created) => void }) {
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <CreateFields suggested={suggested} onCreated={onCreated} />;
  return (
    <div className={styles.card}>
      <Section title="Start empty">
        <Note>A new folder on this computer for your roles, candidates and scorecards.</Note>
        <Row>
          <Button onPress={() => setOpen(true)}>Start empty</Button>
        </Row>
      </Section>
    </div>
  );
}

function CreateFields({ suggested, onCreated }: { suggested: string; onCreated: (created: Created) => void }) {
  const [folder, setFolder] = useState(suggested);
  const [name, setName] = useState("");
  const [owner, setOwner] = useState("");
  const [passphrase, setPassphrase] = useState("");
  const [again, setAgain] = useState("");
  const create = useWrite("workspaceCreate", { quietErrors: true, onDone: onCreated });
  const strength = passphraseStrength(passphrase);
  const differs = again !== "" && again !== passphrase;
  const ready = name.trim() !== "" && owner.trim() !== "" && folder.trim() !== "" && strength.enough && again === passphrase;
  return (
    <div className={styles.card}>
      <Section title="Start empty">
        <Form action="Create workspace" onSubmit={() => create.mutate([{ folder, name: name.trim(), passphrase, owner: owner.trim() }])} isPending={create.isPending} isDisabled={!ready} error={create.error}>
          <TextField label="Name of the workspace" value={name} onChange={setName} autoFocus description={`Becomes the folder ${name.trim() || "Name"}.assay`} />
          <TextField label="Your name" value={owner} onChange={setOwner} description="You are its first person; add others later." />
          <FilePathField label="Folder it stands in" dialog="Folder for the workspace" wanted="folder" value={folder} onChange={setFolder} />
          <TextField label="Passphrase" type="password" value={passphrase} onChange={setPassphrase} autoComplete="new-password" description={strength.words} />
          <TextField label="Passphrase again" type="password" value={again} onChange={setAgain} autoComplete="new-password" error={differs ? "The two differ." : null} />
        </Form>
      </Section>
    </div>
  );
}
