import { useState, type ReactNode } from "react";
import type { RoleDetail } from "../../generated/bindings";
import { describeError } from "../../app/call";
import { useWrite } from "../../app/queries";
import { Button, ErrorState, TextField } from "../../kit";
import { weightVerdict } from "../../kit/weights";
import { inputsOf, planProblem, rowsOf } from "./plan";
import { PlanRows } from "./PlanRows";
import styles from "./PlanEditor.module.css";

/** Changes a plan. Where a scorecard was already submitted under it, a reason is asked and a new version made. */
export function PlanEditor({ role, onClose, onSaved }: { role: RoleDetail; onClose: () => void; onSaved: (version: number) => void }): ReactNode {
  const [rows, setRows] = useState(() => rowsOf(role.plan.assessments));
  const [reason, setReason] = useState("");
  const { frozen } = role.plan;
  const save = useWrite("planUpdate", {
    quietErrors: true,
    said: (done) => (frozen ? `Plan version ${done.value.plan.version} stored.` : "Plan stored."),
    onDone: (done) => (onSaved(done.value.plan.version), onClose()),
  });
  const problem = planProblem(rows);
  const ready = problem === null && weightVerdict(rows).ok && (!frozen || reason.trim() !== "");
  return (
    <>
      <PlanRows rows={rows} competencies={role.competencies} onChange={setRows} />
      {frozen && <TextField label="Why the plan changes" value={reason} onChange={setReason} isRequired description="Scorecards have been submitted under it. The reason stands beside the new version for good." />}
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
