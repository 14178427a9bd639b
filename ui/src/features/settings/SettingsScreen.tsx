import { useState } from "react";
import { useRead, useWrite } from "../../app/queries";
import { count } from "../../app/words";
import { Button, EmptyState, Ledger, Loaded, Note, Page, PageBody, PathText, Row, Section } from "../../kit";
import { ChangePassphrase } from "./ChangePassphrase";
import { Receipts } from "./Receipts";
import { Verify } from "./Verify";

/** The workspace itself: where it stands, its passphrase, backups, whether it is sound. */
export function SettingsScreen() {
  const info = useRead("workspaceInfo", []);
  const [changing, setChanging] = useState(false);
  const backup = useWrite("workspaceBackup");
  return (
    <Page title="Settings" lead="This workspace, its passphrase, its backups, and whether it is sound.">
      <PageBody>
        <Section title="Workspace">
          <Loaded query={info} rows={4}>
            {(workspace) => (
              <Ledger
                rows={[
                  { id: "name", what: "Name", value: workspace.name, note: workspace.sample ? "The sample: everybody in it is invented." : undefined },
                  { id: "path", what: "Folder", value: <PathText>{workspace.path}</PathText>, note: "Copy this folder and it opens on another computer with the same passphrase." },
                  { id: "holds", what: "Holds", value: [count(workspace.counts.candidates, "candidate"), count(workspace.counts.roles, "role"), count(workspace.people.length, "person", "people")].join(", ") },
                ]}
              />
            )}
          </Loaded>
        </Section>
        <Section title="Passphrase" note="The key stays the same; only what wraps it changes. The recovery code stays valid.">
          <Row>
            <Button onPress={() => setChanging(true)}>Change passphrase</Button>
          </Row>
        </Section>
        <Section title="Backup" note="A whole, encrypted copy in the workspace's own backups folder. Erasing a candidate replaces the backups too.">
          <Row>
            <Button onPress={() => backup.mutate([])} isPending={backup.isPending}>
              {backup.isPending ? "Copying…" : "Back up now"}
            </Button>
          </Row>
          {backup.data && (
            <Note>
              Saved as <PathText>{backup.data}</PathText>
            </Note>
          )}
        </Section>
        <Verify />
        <Receipts empty={<EmptyState inset title="Nobody has been erased">A receipt of every erasure stands here. It does not name them.</EmptyState>} />
      </PageBody>
      {changing && <ChangePassphrase onClose={() => setChanging(false)} />}
    </Page>
  );
}
