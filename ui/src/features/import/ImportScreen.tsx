import { useState } from "react";
import { emptyProvenance, ProvenanceFields } from "../../app/ProvenanceFields";
import { useWrite } from "../../app/queries";
import { goTo } from "../../app/session";
import { TermsNote } from "../../app/TermsNote";
import { count } from "../../app/words";
import { Button, ButtonLink, Page, PageBody, Section, TextField } from "../../kit";
import { DropZone } from "./DropZone";
import { ImportHistory } from "./ImportHistory";
import { LimitFields } from "./LimitFields";
import { settingsOf } from "./limits";
import { loginsOf } from "./logins";
import { PathList } from "./PathList";
import { addPaths } from "./paths";
import { Running } from "./Running";

/** Chooses what to import and on whose permission; below, what was imported before. */
export function ImportScreen() {
  const [paths, setPaths] = useState<string[]>([]);
  const [accounts, setAccounts] = useState("");
  const [limits, setLimits] = useState<Readonly<Record<string, string>>>({});
  const [provenance, setProvenance] = useState(emptyProvenance("github", "public-profile"));
  const start = useWrite("importStart", { onDone: (id) => goTo(`/import/${id}`) });
  const add = (more: string[]) => setPaths((before) => addPaths(before, more));
  return (
    <Page
      title="Import"
      lead="GitHub data saved as files: user objects, folders of responses, account exports, git clones and bundles, hours of GH Archive, and archives of any of these. The same file twice changes nothing."
      actions={
        <>
          <ButtonLink to="/capture">Capture from GitHub…</ButtonLink>
          <Button kind="main" onPress={() => start.mutate([{ paths, provenance, candidate_id: null }, loginsOf(accounts), settingsOf(limits)])} isPending={start.isPending} isDisabled={paths.length === 0}>
            {paths.length === 0 ? "Import" : `Import ${count(paths.length, "path")}`}
          </Button>
        </>
      }
    >
      <PageBody>
        <Running />
        <DropZone onPaths={add} />
        {paths.length > 0 && <PathList paths={paths} onRemove={(path) => setPaths(paths.filter((one) => one !== path))} />}
        <Section title="Where it comes from" note="Asked once, kept with every record, shown with each candidate; you are told before it runs out.">
          <ProvenanceFields value={provenance} onChange={setProvenance} />
          {provenance.source === "github" && <TermsNote />}
        </Section>
        <Section title="Whose events" note="Only for hours of GH Archive, which hold everybody's: of those, the accounts you name are read, and nobody else.">
          <TextField label="Accounts" value={accounts} onChange={setAccounts} placeholder="ilse-fixture, ravi-fixture" description="Logins, separated by commas. Leave it empty for everything else." />
        </Section>
        <LimitFields values={limits} onChange={setLimits} />
        <ImportHistory />
      </PageBody>
    </Page>
  );
}
