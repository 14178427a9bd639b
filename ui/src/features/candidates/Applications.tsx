import { useState } from "react";
import { ApplyDespite } from "../../app/ApplyDespite";
import { useRead, useWrite } from "../../app/queries";
import { STAGES } from "../../app/words";
import type { Application, CandidateDetail, RoleSummary } from "../../generated/bindings";
import { Badge, Button, DateText, EmptyState, Menu, Section } from "../../kit";
import { MoveStage } from "./MoveStage";
import styles from "./Candidates.module.css";

/** What the candidate is up for, the stage, and how it got there. */
export function Applications({ candidate }: { candidate: CandidateDetail }) {
  const roles = useRead("roleList", []);
  const [moving, setMoving] = useState<Application | null>(null);
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
            <ApplicationRow key={application.id} application={application} onMove={() => setMoving(application)} />
          ))}
        </div>
      )}
      {despite && <ApplyDespite candidate={candidate} role={despite} onClose={() => setDespite(null)} />}
      {moving && <MoveStage application={moving} onClose={() => setMoving(null)} />}
    </Section>
  );
}

function ApplicationRow({ application, onMove }: { application: Application; onMove: () => void }) {
  return (
    <div className={styles.application}>
      <span>{application.role_title}</span>
      <span>
        <Badge tone="accent">{STAGES[application.stage]}</Badge> since <DateText value={application.since} />
      </span>
      <Button small onPress={onMove}>
        Move…
      </Button>
      <ol className={styles.moves} aria-label="Stage history">
        {application.history.map((move, index) => (
          <li key={index}>
            <DateText value={move.at} />{" "}
            <span>
              {move.from ? `${STAGES[move.from]} → ` : ""}
              {STAGES[move.to]}, {move.by}
              {move.reason && `: ${move.reason}`}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
