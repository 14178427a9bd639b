import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Criterion, Rubric } from "../../generated/bindings";
import { useRead, useWrite } from "../../app/queries";
import { savePath } from "../../app/savePath";
import { goTo } from "../../app/session";
import { ASSESSMENTS, count, SENIORITIES } from "../../app/words";
import { Badge, Button, EmptyState, icons, Loaded, Menu, Page, PageBody, Section, Tabs } from "../../kit";
import { Anchors, LEVELS, RedFlags } from "./Anchors";
import { ComparePane } from "./ComparePane";
import { EditPane } from "./EditPane";
import { parseRubricPath, rubricPath } from "./path";
import styles from "./RubricScreen.module.css";
import { Told } from "./Told";

const CRUMBS = [{ label: "Rubrics", to: "/rubrics" }];

/** One rubric: the anchors as a grid that prints on a page, then what helps with each criterion. */
export function RubricScreen(): ReactNode {
  const { _splat = "" } = useParams({ from: "/inside/rubrics/$" });
  const address = parseRubricPath(_splat);
  if (!address) {
    return (
      <Page title="Rubric" crumbs={CRUMBS}>
        <EmptyState title="This address names no version of a rubric">Choose one from the library.</EmptyState>
      </Page>
    );
  }
  return <OneRubric id={address.id} version={address.version} />;
}

function OneRubric({ id, version }: { id: string; version: number }): ReactNode {
  const query = useRead("rubricShow", [id, version]);
  const all = useRead("rubricList", []);
  const { tab = "read" } = useSearch({ from: "/inside/rubrics/$" });
  const navigate = useNavigate({ from: "/rubrics/$" });
  const rubric = query.data;
  if (!rubric) return <Page title="Rubric" crumbs={CRUMBS}><Loaded query={query} rows={8}>{() => null}</Loaded></Page>;
  const own = (all.data ?? []).filter((one) => one.id === id);
  const versions = own.map((one) => one.version).sort((a, b) => a - b);
  const frozen = own.find((one) => one.version === version)?.frozen;
  const select = (next: "read" | "compare" | "edit") => void navigate({ search: { tab: next }, params: { _splat: `${id}@${version}` } });
  return (
    <Page
      title={rubric.title}
      crumbs={CRUMBS}
      lead={
        <>
          {ASSESSMENTS[rubric.kind]} · {count(rubric.criteria.length, "criterion", "criteria")} · version {version}
          {frozen && <> · <Badge>Used by scorecards: it does not change</Badge></>}
        </>
      }
      actions={<Actions id={id} version={version} versions={versions} />}
    >
      <Tabs
        label="Parts of the rubric"
        selected={tab}
        onSelect={select}
        items={[
          { id: "read", label: "Read", content: <Read rubric={rubric} /> },
          { id: "compare", label: "Compare versions", content: <ComparePane key={version} id={id} version={version} versions={versions} /> },
          { id: "edit", label: "Edit", content: <EditPane id={id} version={version} /> },
        ]}
      />
    </Page>
  );
}

function Actions({ id, version, versions }: { id: string; version: number; versions: number[] }): ReactNode {
  const write = useWrite("rubricExportFile", { said: "The rubric stands in the file." });
  const choose = async () => {
    const path = await savePath("Export the rubric", `${id}-${version}`, "toml", "Rubric");
    if (path) write.mutate([id, version, path]);
  };
  return (
    <>
      {versions.length > 1 && (
        <Menu
          label="Versions"
          trigger={<Button>Version {version} {icons.down}</Button>}
          items={versions.toReversed().map((one) => ({ id: String(one), label: `Version ${one}`, onAction: () => goTo(rubricPath(id, one)) }))}
        />
      )}
      <Button isPending={write.isPending} onPress={() => void choose()}>Export…</Button>
      <Button onPress={() => window.print()}>Print</Button>
    </>
  );
}

function Read({ rubric }: { rubric: Rubric }): ReactNode {
  return (
    <PageBody className={styles.page}>
      <p className={styles.summary}>{rubric.summary}</p>
      <Anchors rubric={rubric} />
      <RedFlags rubric={rubric} />
      <Section title="Criteria in full">
        {rubric.criteria.map((criterion) => (
          <InFull key={criterion.id} criterion={criterion} />
        ))}
      </Section>
    </PageBody>
  );
}

function InFull({ criterion }: { criterion: Criterion }): ReactNode {
  return (
    <article className={styles.full}>
      <h3>{criterion.title}</h3>
      <p>{criterion.observe}</p>
      <p className={styles.why}>Competency {criterion.competency} · weight {criterion.weight}%: {criterion.weight_reason}</p>
      <div className={styles.columns}>
        <Points title="Look for" points={criterion.look_for} />
        <Points title="Ask" points={criterion.probes} />
        <Points title="Expected" points={LEVELS.map((s) => `${SENIORITIES[s]}, level ${criterion.expected[s].level}: ${criterion.expected[s].text}`)} />
      </div>
      {criterion.feedback && <Told feedback={criterion.feedback} />}
    </article>
  );
}

function Points({ title, points }: { title: string; points: string[] }): ReactNode {
  return (
    <div>
      <h4>{title}</h4>
      <ul>
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </div>
  );
}
