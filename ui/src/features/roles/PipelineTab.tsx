import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import type { Application, RoleDetail, Stage } from "../../generated/bindings";
import { useRead } from "../../app/queries";
import { stagesToMoveTo, stageTitle } from "../../app/stages";
import { useMove } from "../../app/useMove";
import { count, stageNeedsReason } from "../../app/words";
import { Button, EmptyState, Inspector, Loaded, Menu, RadioGroup, Row } from "../../kit";
import { AddCandidatesDialog } from "./AddCandidatesDialog";
import { ApplicationPane } from "./ApplicationPane";
import { Board, type PipelineView } from "./Board";
import { PipelineTable } from "./PipelineTable";
import { StagesDialog } from "./StagesDialog";
import styles from "./PipelineTab.module.css";

/** What the pipeline shows of an application's interviews; handed in from outside. */
export type ShowInterviews = (application: Application, role: RoleDetail) => ReactNode;
type Look = "board" | "table";

/** The applications of a role by stage, as a board or a table: open one to see its interviews, move one or several. */
export function PipelineTab({ role, interviews }: { role: RoleDetail; interviews: ShowInterviews }): ReactNode {
  const query = useRead("applicationList", [role.summary.id]);
  return <Loaded query={query}>{(applications) => <Pipeline role={role} applications={applications} interviews={interviews} />}</Loaded>;
}

function Pipeline({ role, applications, interviews }: { role: RoleDetail; applications: Application[]; interviews: ShowInterviews }): ReactNode {
  const { view: looked, open: openId = null } = useSearch({ from: "/inside/roles/$roleId" });
  const navigate = useNavigate({ from: "/roles/$roleId" });
  const look: Look = looked === "table" ? "table" : "board";
  const go = (to: { view?: Look; open?: string | null }) => {
    const { view, open } = { view: look, open: openId, ...to };
    void navigate({ search: { tab: "pipeline", ...(view === "table" && { view }), ...(open && { open }) }, replace: to.view === undefined });
  };
  const [wanted, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [dialog, setDialog] = useState<"add" | "stages" | null>(null);
  const chosen = applications.filter((one) => wanted.has(one.id));
  const { onMove, dialog: moveDialog } = useMove(role.pipeline, () => setChosen(new Set()));
  const view: PipelineView = { applications, pipeline: role.pipeline, now: new Date(), openId, chosen: new Set(chosen.map((one) => one.id)), onChoose: setChosen, onOpen: (id) => go({ open: id }), onMove };
  const open = applications.find((application) => application.id === openId);
  return (
    <div className={styles.split}>
      <div className={styles.main}>
        <div className={styles.bar}>
          {chosen.length > 0 ? (
            <Row>
              <strong aria-live="polite">{chosen.length} chosen</strong>
              <MoveMenu role={role} chosen={chosen} onMove={onMove} />
              <Button kind="quiet" onPress={() => setChosen(new Set())}>Choose none</Button>
            </Row>
          ) : (
            <p className={styles.muted}>{count(applications.length, "application")}</p>
          )}
          <Row>
            <RadioGroup label="Look" hideLabel across value={look} onChange={(next) => go({ view: next })} options={[{ id: "board", label: "Board" }, { id: "table", label: "Table" }]} />
            <Button kind="quiet" onPress={() => setDialog("stages")}>Stages</Button>
            <Button onPress={() => setDialog("add")}>Add candidates</Button>
          </Row>
        </div>
        {applications.length === 0 ? (
          <EmptyState title="Nobody in this role yet" action={<Button kind="main" onPress={() => setDialog("add")}>Add candidates</Button>}>
            Candidates join a role by an application; each has its own stages and history.
          </EmptyState>
        ) : look === "board" ? (
          <Board view={view} onTable={() => go({ view: "table" })} />
        ) : (
          <PipelineTable view={view} />
        )}
      </div>
      {open && (
        <Inspector key={open.id} title={open.candidate_name} onClose={() => go({ open: null })}>
          <ApplicationPane application={open} pipeline={role.pipeline} onMove={onMove}>{interviews(open, role)}</ApplicationPane>
        </Inspector>
      )}
      {dialog === "add" && <AddCandidatesDialog roleId={role.summary.id} taken={new Set(applications.map((a) => a.candidate_id))} onClose={() => setDialog(null)} />}
      {dialog === "stages" && <StagesDialog role={role} onClose={() => setDialog(null)} />}
      {moveDialog}
    </div>
  );
}

function MoveMenu({ role, chosen, onMove }: { role: RoleDetail; chosen: Application[]; onMove: (applications: Application[], stage: Stage) => void }): ReactNode {
  const stages = stagesToMoveTo(role.pipeline, chosen.map((one) => one.stage));
  return (
    <Menu
      label="Move those chosen"
      trigger={<Button>Move to…</Button>}
      items={stages.map((stage) => ({ id: stage, label: stageTitle(role.pipeline, stage), danger: stageNeedsReason(stage), onAction: () => onMove(chosen, stage) }))}
    />
  );
}
