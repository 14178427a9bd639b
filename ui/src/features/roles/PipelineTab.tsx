import { useState, type ReactNode } from "react";
import type { Application, RoleDetail, Stage } from "../../generated/bindings";
import { cancelledText } from "../../app/ending";
import { useRead, useWrite } from "../../app/queries";
import { count, STAGES, stageNeedsReason } from "../../app/words";
import { Button, EmptyState, Inspector, Loaded } from "../../kit";
import { AddCandidatesDialog } from "./AddCandidatesDialog";
import { ApplicationPane } from "./ApplicationPane";
import { boardColumns } from "./board";
import { BoardCard } from "./BoardCard";
import { MoveDialog } from "./MoveDialog";
import styles from "./PipelineTab.module.css";

/** What the pipeline shows of an application's interviews; handed in from outside. */
export type ShowInterviews = (application: Application, role: RoleDetail) => ReactNode;

/** The applications of a role by stage: open one to see its interviews, move it by menu. */
export function PipelineTab({ role, interviews }: { role: RoleDetail; interviews: ShowInterviews }): ReactNode {
  const query = useRead("applicationList", [role.summary.id]);
  const [openId, setOpenId] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<{ application: Application; stage: Stage } | null>(null);
  const move = useWrite("applicationMove", { undo: true, said: (done) => `${done.value.candidate_name}: ${STAGES[done.value.stage].toLowerCase()}.${cancelledText(done.changed)}` });
  const onMove = (application: Application, stage: Stage) => {
    if (stageNeedsReason(stage)) setEnding({ application, stage });
    else move.mutate([application.id, stage, ""]);
  };
  return (
    <Loaded query={query}>
      {(applications) => {
        const open = applications.find((application) => application.id === openId);
        return (
          <div className={styles.split}>
            <div className={styles.main}>
              <div className={styles.bar}>
                <p className={styles.muted}>{count(applications.length, "application")}</p>
                <Button onPress={() => setAdding(true)}>Add candidates</Button>
              </div>
              {applications.length === 0 ? (
                <EmptyState title="Nobody in this role yet" action={<Button kind="main" onPress={() => setAdding(true)}>Add candidates</Button>}>
                  Candidates join a role by an application; each has its own stages and history.
                </EmptyState>
              ) : (
                <div className={styles.board} tabIndex={0} role="group" aria-label="Pipeline by stage">
                  {boardColumns(applications).map((column) => (
                    <section key={column.stage} className={styles.column} aria-label={`${column.title}: ${column.applications.length}`}>
                      <h2 className={styles.head}>{column.title} <span className={styles.muted}>{column.applications.length}</span></h2>
                      <ul className={styles.cards}>
                        {column.applications.map((application) => (
                          <BoardCard key={application.id} application={application} isOpen={application.id === openId} onOpen={() => setOpenId(application.id)} onMove={onMove} />
                        ))}
                      </ul>
                    </section>
                  ))}
                </div>
              )}
            </div>
            {open && (
              <Inspector key={open.id} title={open.candidate_name} onClose={() => setOpenId(null)}>
                <ApplicationPane application={open} onMove={onMove}>{interviews(open, role)}</ApplicationPane>
              </Inspector>
            )}
            {adding && <AddCandidatesDialog roleId={role.summary.id} taken={new Set(applications.map((a) => a.candidate_id))} onClose={() => setAdding(false)} />}
            {ending && <MoveDialog {...ending} onClose={() => setEnding(null)} />}
          </div>
        );
      }}
    </Loaded>
  );
}
