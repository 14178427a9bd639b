import type { ReactNode } from "react";
import type { Application, RoleStage, Stage } from "../../generated/bindings";
import { Button } from "../../kit";
import { boardColumns, CARDS } from "./board";
import { BoardCard } from "./BoardCard";
import styles from "./PipelineTab.module.css";

/** What board and table have in common: who is shown, who is chosen, and what a person does with them. */
export type PipelineView = {
  applications: Application[];
  pipeline: RoleStage[];
  now: Date;
  openId: string | null;
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
  onOpen: (id: string) => void;
  onMove: (applications: Application[], stage: Stage) => void;
};

/** The applications as cards under their stages. A very long column shows its first ones and leads to the table. */
export function Board({ view, onTable }: { view: PipelineView; onTable: () => void }): ReactNode {
  const choose = (id: string, on: boolean) => {
    const next = new Set(view.chosen);
    if (on) next.add(id);
    else next.delete(id);
    view.onChoose(next);
  };
  return (
    <div className={styles.board} tabIndex={0} role="group" aria-label="Pipeline by stage">
      {boardColumns(view.applications, view.pipeline).map((column) => (
        <section key={column.stage} className={styles.column} aria-label={`${column.title}: ${column.applications.length}`}>
          <h2 className={styles.head}>{column.title} <span className={styles.muted}>{column.applications.length}</span></h2>
          <ul className={styles.cards}>
            {column.applications.slice(0, CARDS).map((application) => (
              <BoardCard
                key={application.id}
                application={application}
                pipeline={view.pipeline}
                now={view.now}
                isOpen={application.id === view.openId}
                isChosen={view.chosen.has(application.id)}
                onChoose={(on) => choose(application.id, on)}
                onOpen={() => view.onOpen(application.id)}
                onMove={view.onMove}
              />
            ))}
          </ul>
          {column.applications.length > CARDS && <Button small kind="quiet" onPress={onTable}>{`All ${column.applications.length} in the table`}</Button>}
        </section>
      ))}
    </div>
  );
}
