import type { ReactNode } from "react";
import type { RubricSummary } from "../../generated/bindings";
import { open } from "@tauri-apps/plugin-dialog";
import { useRead, useWrite } from "../../app/queries";
import { goTo } from "../../app/session";
import { ASSESSMENTS, count } from "../../app/words";
import { Button, EmptyState, Loaded, Page, Table, type TableColumn } from "../../kit";
import { rubricPath } from "./path";

/** The library of rubrics. */
export function RubricsScreen(): ReactNode {
  const query = useRead("rubricList", []);
  return (
    <Page title="Rubrics" lead="How each assessment is judged: criteria, and an observable anchor for every level." actions={<ImportRubric />}>
      <Loaded query={query}>
        {(rubrics) =>
          rubrics.length === 0 ? (
            <EmptyState title="No rubric here">Rubrics come with the app and with role templates.</EmptyState>
          ) : (
            <Table wrap label="Rubrics" rows={rubrics.map((rubric) => ({ ...rubric, key: rubric.id, id: `${rubric.id}@${rubric.version}` }))} columns={COLUMNS} onOpen={(row) => goTo(rubricPath(row.key, row.version))} />
          )
        }
      </Loaded>
    </Page>
  );
}

function ImportRubric(): ReactNode {
  const take = useWrite("rubricImportFile", { said: (done) => `${done.value.title}, version ${done.value.version}, is in the library.`, onDone: (done) => goTo(rubricPath(done.value.id, done.value.version)) });
  const choose = async () => {
    const path = await open({ title: "A rubric to import", filters: [{ name: "Rubric", extensions: ["toml"] }] });
    if (typeof path === "string") take.mutate([path]);
  };
  return <Button isPending={take.isPending} onPress={() => void choose()}>Import a rubric…</Button>;
}

type Row = RubricSummary & { key: string };

const COLUMNS: TableColumn<Row>[] = [
  { id: "title", title: "Rubric", isRowHeader: true, minWidth: 176, render: (row) => row.title },
  { id: "kind", title: "Assessment", minWidth: 144, render: (row) => ASSESSMENTS[row.kind] },
  { id: "summary", title: "What it is for", render: (row) => row.summary },
  { id: "criteria", title: "Criteria", align: "end", render: (row) => row.criteria },
  { id: "levels", title: "Levels", align: "end", render: (row) => row.levels },
  { id: "version", title: "Version", align: "end", render: (row) => row.version },
  { id: "used", title: "Used", minWidth: 128, render: (row) => used(row) },
];

/** Where a version is used: in plans of open roles, and by scorecards, after which it never changes. */
function used({ frozen, roles }: RubricSummary): string {
  const plans = roles === 0 ? "" : count(roles, "open role");
  const cards = frozen ? "scorecards" : "";
  return [plans, cards].filter(Boolean).join(", ") || "not yet";
}
