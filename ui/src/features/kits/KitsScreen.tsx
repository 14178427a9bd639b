import type { ReactNode } from "react";
import type { KitSummary } from "../../generated/bindings";
import { useRead } from "../../app/queries";
import { goTo } from "../../app/session";
import { ASSESSMENTS, minutesText } from "../../app/words";
import { EmptyState, Loaded, Page, Table, type TableColumn } from "../../kit";
import { kitPath } from "./path";

/** The library of kits. */
export function KitsScreen(): ReactNode {
  const query = useRead("kitList", []);
  return (
    <Page title="Kits" lead="What an interviewer needs in the room: the words to say, the minutes, clues to release, a marking sheet, and the candidate's materials.">
      <Loaded query={query}>
        {(kits) =>
          kits.length === 0 ? (
            <EmptyState title="No kit here">Kits come with the app.</EmptyState>
          ) : (
            <Table wrap label="Kits" rows={kits.map((kit) => ({ ...kit, key: kit.id, id: `${kit.id}@${kit.version}` }))} columns={COLUMNS} onOpen={(row) => goTo(kitPath({ id: row.key, version: row.version }))} />
          )
        }
      </Loaded>
    </Page>
  );
}

type Row = KitSummary & { key: string };

const COLUMNS: TableColumn<Row>[] = [
  { id: "title", title: "Kit", isRowHeader: true, minWidth: 208, render: (row) => row.title },
  { id: "kind", title: "Assessment", minWidth: 144, render: (row) => ASSESSMENTS[row.kind] },
  { id: "summary", title: "What it is", render: (row) => row.summary },
  { id: "minutes", title: "Time", align: "end", render: (row) => minutesText(row.minutes).replaceAll(" ", "\u00a0") },
  { id: "version", title: "Version", align: "end", render: (row) => row.version },
];
