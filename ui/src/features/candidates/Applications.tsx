import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { ApplyDespite } from "../../app/ApplyDespite";
import { useRead, useWrite } from "../../app/queries";
import { stagesToMoveTo, stageTitle } from "../../app/stages";
import { useMove } from "../../app/useMove";
import { END_REASONS, stageNeedsReason } from "../../app/words";
import type { Application, CandidateDetail, RoleSummary, Stage } from "../../generated/bindings";
import { Badge, Button, DateText, EmptyState, Menu, Section } from "../../kit";
import styles from "./Candidates.module.css";

/** What the candidate is up for, the stage, and how it got there. */
export function Applications({ candidate }: { candidate: CandidateDetail }) {
  const roles = useRead("roleList", []);
  const [despite, setDespite] = useState<RoleSummary | null>(null);
  const add = useWrite("applicationAdd", { said: (done) => `${candidate.name} is up for ${done.value.role_title}.`, undo: true });
  const open = (roles.data ?? []).filter((role) => role.open);
  const addMenu = open.length > 0 && (
    <Menu
      label="Roles"
      trigger={
        <Button small isPending={add.isPending}>
          Add to a role
        </Button>
      }
      items={open.map((role) => ({ id: role.id, label: role.title, onAction: () => (candidate.do_not_contact ? setDespite(role) : add.mutate([candidate.id, role.id])) }))}
    />
  );
  return (
    <Section title="Applications" actions={addMenu || undefined}>
      {candidate.applications.length === 0 ? (
        <EmptyState inset title="Not up for any role yet">
          {open.length > 0 ? "Add them to a role to plan interviews." : "There is no open role; open one first."}
        </EmptyState>
      ) : (
        <div className={styles.applications}>
          {candidate.applications.map((application) => (
            <ApplicationRow key={application.id} application={application} />
          ))}
        </div>
      )}
      {despite && <ApplyDespite candidate={candidate} role={despite} onClose={() => setDespite(null)} />}
    </Section>
  );
}

function ApplicationRow({ application }: { application: Application }) {
  const pipeline = useRead("roleShow", [application.role_id]).data?.pipeline ?? [];
  const title = (stage: Stage) => stageTitle(pipeline, stage);
  const { onMove, dialog } = useMove(pipeline);
  return (
    <div className={styles.application}>
      <Link to="/roles/$roleId" params={{ roleId: application.role_id }} search={{ tab: "pipeline", open: application.id }}>{application.role_title}</Link>
      <span>
        <Badge tone="accent">{title(application.stage)}</Badge> since <DateText value={application.since} />
      </span>
      <Menu
        label={`Move ${application.candidate_name} to`}
        trigger={<Button small aria-label={`Move to another stage: ${application.role_title}`}>Move to…</Button>}
        items={stagesToMoveTo(pipeline, [application.stage]).map((stage) => ({ id: stage, label: title(stage), danger: stageNeedsReason(stage), onAction: () => onMove([application], stage) }))}
      />
      <ol className={styles.moves} aria-label="Stage history">
        {application.history.map((move, index) => (
          <li key={index}>
            <DateText value={move.at} />{" "}
            <span>
              {move.from ? `${title(move.from)} → ` : ""}
              {title(move.to)}, {move.by}
              {[move.why && END_REASONS[move.why], move.reason].filter(Boolean).map((text) => `: ${text}`).join("")}
            </span>
          </li>
        ))}
      </ol>
      {dialog}
    </div>
  );
}
