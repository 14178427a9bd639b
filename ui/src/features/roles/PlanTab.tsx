import { Link } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import type { Plan, PlanVersion, RoleDetail } from "../../generated/bindings";
import { useKept } from "../../app/kept";
import { useRead } from "../../app/queries";
import { minutesText } from "../../app/words";
import { Badge, Button, DateText, Loaded, PageBody, Section } from "../../kit";
import { BlindSection } from "./BlindSection";
import { CoverageMatrix, DraftCoverage } from "./CoverageMatrix";
import { PanelSection } from "./PanelSection";
import { CandidateTime } from "./PlanRows";
import { draftOf, isStale, PlanEditor, type PlanDraft } from "./PlanEditor";
import styles from "./PlanTab.module.css";
import { RubricCell } from "./RubricCell";
import { WeightBar } from "./WeightBar";

/** The plan of a role: weights and their reasons, time, coverage, versions. */
export function PlanTab({ role }: { role: RoleDetail }): ReactNode {
  const [kept, setDraft, discard] = useKept<PlanDraft | null>(`plan ${role.summary.id}`, null);
  // A draft of a plan that somebody else has changed since would overwrite that change: it is not gone on with.
  const stale = kept !== null && isStale(kept, role);
  const draft = stale ? null : kept;
  const [earlier, setEarlier] = useState<number | null>(null);
  const isLatest = draft !== null || earlier === null || earlier >= role.plan.version;
  const version = isLatest ? role.plan.version : earlier;
  return (
    <PageBody>
      <Section
        title={isLatest ? `Plan, version ${role.plan.version}` : `Plan, version ${version} (earlier)`}
        note={role.plan.frozen ? "A scorecard was submitted under this plan. A change makes a new version with a reason; the debrief can show the order under each." : "No scorecard has been submitted under it yet: it can be changed freely."}
        actions={!draft && isLatest && <Button onPress={() => setDraft(draftOf(role))}>Edit plan</Button>}
      >
        {stale && <StaleDraft onDrop={discard} />}
        {draft ? <PlanEditor role={role} draft={draft} onChange={setDraft} onClose={discard} onSaved={() => setEarlier(null)} /> : isLatest ? <PlanTable roleId={role.summary.id} plan={role.plan} canMove={role.summary.open} notBlind={role.blind.on ? role.blind.exceptions.map((one) => one.title) : undefined} /> : <EarlierPlan roleId={role.summary.id} version={version} />}
      </Section>
      <PanelSection role={role} />
      <Section title="What it looks at" note={`Competencies of the role by assessments, as the rubrics observe them${draft ? "; as the plan is written here, not stored yet" : ""}.`}>
        {draft ? <DraftCoverage roleId={role.summary.id} asked={role.competencies} assessments={draft.rows} /> : <CoverageMatrix coverage={role.coverage} assessments={role.plan.assessments.map((one) => ({ ...one, key: one.id }))} asked={role.competencies.map((one) => one.slug)} />}
      </Section>
      <BlindSection role={role} />
      <Section title="Versions">
        <ol className={styles.versions}>
          {role.plan_versions.map((entry) => (
            <VersionLine key={entry.id} entry={entry} shown={entry.version === version} isDisabled={draft !== null} onShow={() => setEarlier(entry.version)} />
          ))}
        </ol>
      </Section>
      <Section title="Success after six months">
        <ol className={styles.goals}>
          {role.goals.map((goal) => (
            <li key={goal}>{goal}</li>
          ))}
        </ol>
      </Section>
    </PageBody>
  );
}

function StaleDraft({ onDrop }: { onDrop: () => void }): ReactNode {
  return (
    <p role="status" className={styles.stale}>
      The plan was changed after you began to edit it, and what you had written would undo that: it is not stored. “Edit plan” begins from the plan as it is now. <Button small onPress={onDrop}>All right</Button>
    </p>
  );
}

function EarlierPlan({ roleId, version }: { roleId: string; version: number }): ReactNode {
  const query = useRead("planShow", [roleId, version]);
  return <Loaded query={query} rows={5}>{(plan) => <PlanTable roleId={roleId} plan={plan} canMove={false} />}</Loaded>;
}

function PlanTable({ roleId, plan, canMove, notBlind }: { roleId: string; plan: Plan; canMove: boolean; notBlind?: readonly string[] }): ReactNode {
  return (
    <>
      <WeightBar parts={plan.assessments} />
      <table className={styles.table}>
        <thead>
          <tr><th scope="col">Assessment</th><th scope="col" className={styles.end}>Weight</th><th scope="col">Why</th><th scope="col" className={styles.end}>Time box</th><th scope="col">Rubric</th><th scope="col">Kit</th></tr>
        </thead>
        <tbody>
          {plan.assessments.map((a) => (
            <tr key={a.id}>
              <th scope="row">{a.title}{notBlind?.includes(a.title) && <> <Badge tone="warn">not blind</Badge></>}</th>
              <td className={styles.end}>{a.weight}%</td>
              <td className={styles.why}>{a.weight_reason}</td>
              <td className={styles.end}>{minutesText(a.minutes)}</td>
              <td><RubricCell roleId={roleId} assessment={a} canMove={canMove} /></td>
              <td>{a.kit ? <Link to="/kits/$" params={{ _splat: `${a.kit.id}@${a.kit.version}` }}>{a.kit_title}</Link> : <span className={styles.muted}>own task</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <CandidateTime rows={plan.assessments} />
    </>
  );
}

function VersionLine({ entry, shown, isDisabled, onShow }: { entry: PlanVersion; shown: boolean; isDisabled: boolean; onShow: () => void }): ReactNode {
  return (
    <li>
      <Button small kind="quiet" onPress={onShow} isDisabled={isDisabled} aria-pressed={shown}>Version {entry.version}</Button>
      <span>{entry.reason || "first version"}</span>
      <span className={styles.muted}>{entry.by}, <DateText value={entry.at} time /></span>
      {shown && <Badge>shown</Badge>}
    </li>
  );
}
