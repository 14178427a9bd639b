import { useState, type ReactNode } from "react";
import type { PlanAssessment, RoleDetail } from "../../generated/bindings";
import { describeError } from "../../app/call";
import { useWrite } from "../../app/queries";
import { Button, ErrorState, TextField } from "../../kit";
import { weightVerdict } from "../../kit/weights";
import { MoveRubricDialog } from "./MoveRubricDialog";
import { inputsOf, movedByItself, planProblem, rowsOf, weightsWarning, type PlanRow } from "./plan";
import { PlanRows, type OnRubric } from "./PlanRows";
import styles from "./PlanEditor.module.css";

/** A plan while it is edited, why it changes, and the stored plan that it began from, as {@link storedPlan} tells it. */
export type PlanDraft = { rows: PlanRow[]; reason: string; base: string };

/** The plan as it is stored, in one text: a plan that no scorecard froze is changed in place and keeps its version. */
export function storedPlan({ plan }: RoleDetail): string {
  return JSON.stringify([plan.version, plan.assessments]);
}

/** A role's plan as a draft. */
export function draftOf(role: RoleDetail): PlanDraft {
  return { rows: rowsOf(role.plan.assessments), reason: "", base: storedPlan(role) };
}

/** Whether somebody else changed the plan since the draft began. A draft that began from a later plan than the one at hand is not stale: that one is being read. */
export function isStale(draft: PlanDraft, role: RoleDetail): boolean {
  const [version] = JSON.parse(draft.base) as [number];
  return draft.base !== storedPlan(role) && version <= role.plan.version;
}

/** The draft after one of its assessments went to another version of its rubric: it goes on from that plan, unless more than that changed. */
export function afterMove(draft: PlanDraft, before: RoleDetail, moved: RoleDetail, id: string): PlanDraft {
  const others = ({ plan }: RoleDetail) => JSON.stringify(plan.assessments.filter((one) => one.id !== id));
  const held = moved.plan.assessments.find((one) => one.id === id);
  if (!held || others(before) !== others(moved)) return draft;
  const { rubric_id, rubric_version, mapping } = held;
  return { ...draft, base: storedPlan(moved), rows: draft.rows.map((row) => (row.id === id ? { ...row, rubric_id, rubric_version, mapping } : row)) };
}

/** Changes a plan. Where a scorecard was already submitted under it, a reason is asked and a new version made. */
export function PlanEditor({ role, draft, onChange, onClose, onSaved }: { role: RoleDetail; draft: PlanDraft; onChange: (draft: PlanDraft) => void; onClose: () => void; onSaved: () => void }): ReactNode {
  const { rows, reason } = draft;
  const { frozen } = role.plan;
  const [move, setMove] = useState<{ held: PlanAssessment; to: number } | null>(null);
  const takesOver: OnRubric = (row, rubric) => {
    const held = movedByItself(role.plan, row.id, rubric);
    if (held) setMove({ held, to: rubric.version });
    return held !== null;
  };
  const save = useWrite("planUpdate", {
    quietErrors: true,
    said: (done) => (frozen ? `Plan version ${done.value.plan.version} stored.` : "Plan stored."),
    onDone: () => (onSaved(), onClose()),
  });
  const problem = planProblem(rows);
  const warning = weightsWarning(rows, role.plan);
  const ready = problem === null && weightVerdict(rows).ok && (!frozen || reason.trim() !== "");
  return (
    <>
      <PlanRows rows={rows} competencies={role.competencies} onChange={(next) => onChange({ ...draft, rows: next })} onRubric={takesOver} />
      {move && <MoveRubricDialog roleId={role.summary.id} assessment={move.held} to={move.to} onClose={() => setMove(null)} onMoved={(moved) => onChange(afterMove(draft, role, moved, move.held.id))} />}
      {frozen && <TextField label="Why the plan changes" value={reason} onChange={(next) => onChange({ ...draft, reason: next })} isRequired description="Scorecards have been submitted under it. The reason stands beside the new version for good." />}
      {warning && <p role="status" className={styles.warning}>{warning}</p>}
      {save.error && <ErrorState inset {...describeError(save.error)} />}
      <div className={styles.actions}>
        {problem && <span className={styles.problem}>{problem}</span>}
        <Button onPress={onClose}>Cancel</Button>
        <Button kind="main" isDisabled={!ready} isPending={save.isPending} onPress={() => save.mutate([role.summary.id, inputsOf(rows), reason.trim()])}>
          {frozen ? `Store as version ${role.plan.version + 1}` : "Store plan"}
        </Button>
      </div>
    </>
  );
}
