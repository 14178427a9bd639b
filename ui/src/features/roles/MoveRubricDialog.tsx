import { useState, type ReactNode } from "react";
import type { PlanAssessment, RoleDetail } from "../../generated/bindings";
import { describeError } from "../../app/call";
import { useRead, useWrite } from "../../app/queries";
import { count } from "../../app/words";
import { ConfirmDialog, ErrorState, Loaded, Stack, TextField } from "../../kit";
import styles from "./PlanTab.module.css";

/** Moves an assessment to another version of its rubric, after saying which scorecards stay on theirs. */
export function MoveRubricDialog({ roleId, assessment, to, onClose, onMoved }: { roleId: string; assessment: PlanAssessment; to: number; onClose: () => void; onMoved?: (role: RoleDetail) => void }): ReactNode {
  const [reason, setReason] = useState("");
  const meant = useRead("planRubricMove", [roleId, assessment.id, to]);
  const move = useWrite("planMoveRubric", { quietErrors: true, said: (done) => `${assessment.title}: rubric version ${to}, plan version ${done.value.plan.version}.`, onDone: (done) => (onMoved?.(done.value), onClose()) });
  const wants = meant.data?.needs_reason ?? true;
  return (
    <ConfirmDialog
      title={`Move to version ${to} of the rubric`}
      isOpen
      onClose={onClose}
      confirmLabel={`Move to version ${to}`}
      onConfirm={() => move.mutate([roleId, assessment.id, to, reason.trim()])}
      isDisabled={!meant.data || (wants && reason.trim() === "")}
      isPending={move.isPending}
    >
      <Loaded query={meant} rows={3}>
        {(move) => (
          <Stack>
            <p>
              {move.assessment_title} is rated by version {move.to} from now on, instead of {move.from}.{" "}
              {move.open_interviews > 0 && `${count(move.open_interviews, "open interview")} will be rated by it.`}
            </p>
            {move.staying.length === 0 ? (
              <p>No scorecard was submitted for it.</p>
            ) : (
              <>
                <p>{count(move.staying.length, "scorecard")} {move.staying.length === 1 ? "stays" : "stay"} on the version by which {move.staying.length === 1 ? "it was" : "they were"} rated:</p>
                <div className={styles.staying} tabIndex={0} role="group" aria-label="Scorecards that stay">
                  <ul>
                    {move.staying.map((one) => (
                      <li key={`${one.interview_id} ${one.rubric_version}`}>{one.candidate_name}, by {one.person_name}: version {one.rubric_version}</li>
                    ))}
                  </ul>
                </div>
              </>
            )}
            {move.needs_reason && <TextField label="Why" value={reason} onChange={setReason} isRequired description="It makes a new version of the plan, and stands beside it for good." />}
          </Stack>
        )}
      </Loaded>
      {move.error && <ErrorState inset {...describeError(move.error)} />}
    </ConfirmDialog>
  );
}
