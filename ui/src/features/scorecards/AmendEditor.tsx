import type { ReactNode } from "react";
import type { Form, RoleDetail, Rubric, Scorecard, SnapshotSummary } from "../../generated/bindings";
import { useRead } from "../../app/queries";
import { Button, Loaded } from "../../kit";
import styles from "./SubmittedView.module.css";
import { Editor } from "./Editor";
import { inputFrom } from "./draft";

/** A later version of one's own scorecard, begun from the one that counts now; the first is kept. */
export function AmendEditor({ scorecard, onCancel, onDone }: { scorecard: Scorecard; onCancel: () => void; onDone: () => void }): ReactNode {
  const rubric = useRead("rubricShow", [scorecard.rubric_id, scorecard.rubric_version]);
  const role = useRead("roleShow", [scorecard.interview.role_id]);
  const candidate = useRead("candidateShow", [scorecard.interview.candidate_id]);
  return (
    <Loaded query={rubric}>
      {(shown) => (
        <Loaded query={role}>
          {(detail) => (
            <>
              <div className={styles.amending}>
                <span>You are amending version {scorecard.version}. It is kept; this will be version {scorecard.version + 1}.</span>
                <Button small onPress={onCancel}>Leave it as it is</Button>
              </div>
              <Editor form={formOf(scorecard, shown, detail, candidate.data?.snapshots ?? [])} mode="amend" start={inputFrom(shown.criteria, scorecard)} onDone={onDone} />
            </>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

function formOf(scorecard: Scorecard, rubric: Rubric, role: RoleDetail, snapshots: SnapshotSummary[]): Form {
  const draft = { ratings: scorecard.ratings, flags: scorecard.flags, summary: scorecard.summary, recommendation: scorecard.recommendation, log: scorecard.log, saved_at: null };
  return { interview: scorecard.interview, rubric, kit: null, seniority: role.summary.seniority, draft, snapshots };
}
