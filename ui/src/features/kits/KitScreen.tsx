import { Link, useParams } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import type { KitDetail, KitName } from "../../generated/bindings";
import { useRead } from "../../app/queries";
import { ASSESSMENTS, minutesText, SENIORITIES } from "../../app/words";
import { Button, EmptyState, Loaded, Page, PageBody, Section } from "../../kit";
import { Clues } from "./Clues";
import { CopyDialog } from "./CopyDialog";
import styles from "./Kit.module.css";
import { MarkingSheet } from "./MarkingSheet";
import { Materials } from "./Materials";
import { parseKitPath } from "./path";
import { Sections } from "./Sections";

const CRUMBS = [{ label: "Kits", to: "/kits" }];

/** One kit, in the order in which it is used: what happens, clues, marking, materials. */
export function KitScreen(): ReactNode {
  const { _splat = "" } = useParams({ from: "/inside/kits/$" });
  const name = parseKitPath(_splat);
  if (!name) {
    return (
      <Page title="Kit" crumbs={CRUMBS}>
        <EmptyState title="This address names no version of a kit">Choose one from the library.</EmptyState>
      </Page>
    );
  }
  return <OneKit key={_splat} name={name} />;
}

function OneKit({ name }: { name: KitName }): ReactNode {
  const query = useRead("kitShow", [name.id, name.version]);
  const [copying, setCopying] = useState(false);
  if (!query.data) return <Page title="Kit" crumbs={CRUMBS}><Loaded query={query} rows={8}>{() => null}</Loaded></Page>;
  const { kit, files } = query.data;
  return (
    <Page title={kit.title} crumbs={CRUMBS} lead={<Lead detail={query.data} />} actions={<Button kind="main" onPress={() => setCopying(true)}>Copy candidate materials to a folder</Button>}>
      <PageBody>
        <p className={styles.summary}>{kit.summary.trim()}</p>
        <Section title="What happens" note="Words with a line at the left are said or sent as they stand, the same to everybody.">
          <Sections sections={kit.sections} />
        </Section>
        {kit.clues.length > 0 && (
          <Section title="Clues" note="Released one at a time. Each says when it is offered unasked: nobody fails because a question did not come to mind.">
            <Clues clues={kit.clues} name={name} />
          </Section>
        )}
        <Section title="Marking sheet" note="Facts to find. The rating is made by the rubric's anchors, never by a sum of these.">
          <MarkingSheet lines={kit.marking} />
        </Section>
        <Section title="Materials" note="Only what stands under the candidate's folder is handed over.">
          <Materials files={files} name={name} />
        </Section>
      </PageBody>
      {copying && <CopyDialog kit={kit} onClose={() => setCopying(false)} />}
    </Page>
  );
}

function Lead({ detail: { kit } }: { detail: KitDetail }): ReactNode {
  return (
    <>
      {ASSESSMENTS[kit.kind]} · {minutesText(kit.minutes)} · {kit.seniorities.map((one) => SENIORITIES[one].toLowerCase()).join(", ")} · version {kit.version} · rated by{" "}
      <Link to="/rubrics/$" params={{ _splat: `${kit.rubric}@${kit.rubric_version}` }}>{kit.rubric}</Link>
    </>
  );
}
