import type { ReactNode } from "react";
import type { RubricSummary } from "../../generated/bindings";
import { useRead } from "../../app/queries";
import { goTo } from "../../app/session";
import { ASSESSMENTS } from "../../app/words";
import { EmptyState, Loaded, Page, Table, type TableColumn } from "../../kit";
import { rubricPath } from "./path";

/** The library of rubrics. */
export function RubricsScreen(): ReactNode {
  const query = useRead("rubricList", []);
  return (
    <Page title="Rubrics" lead="How each assessment is judged: criteria, and an observable anchor for every level.">
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

type Row = RubricSummary & { key: string };

const COLUMNS: TableColumn<Row>[] = [
  { id: "title", title: "Rubric", isRowHeader: true, render: (row) => row.title },
  { id: "kind", title: "Assessment", render: (row) => ASSESSMENTS[row.kind] },
  { id: "summary", title: "What it is for", render: (row) => row.summary },
  { id: "criteria", title: "Criteria", align: "end", render: (row) => row.criteria },
  { id: "levels", title: "Levels", align: "end", render: (row) => row.levels },
  { id: "version", title: "Version", align: "end", render: (row) => row.version },
];
