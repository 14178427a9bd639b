import { Link } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import type { PlanAssessment } from "../../generated/bindings";
import { useRead } from "../../app/queries";
import { Button } from "../../kit";
import { MoveRubricDialog } from "./MoveRubricDialog";
import styles from "./PlanTab.module.css";

/** The rubric of an assessment and its version; where the library has a later one, the way to it. */
export function RubricCell({ roleId, assessment, canMove }: { roleId: string; assessment: PlanAssessment; canMove: boolean }): ReactNode {
  const rubrics = useRead("rubricList", []);
  const [moving, setMoving] = useState(false);
  const versions = (rubrics.data ?? []).filter((one) => one.id === assessment.rubric_id).map((one) => one.version);
  const newest = Math.max(assessment.rubric_version, ...versions);
  return (
    <span className={styles.rubric}>
      <Link to="/rubrics/$" params={{ _splat: `${assessment.rubric_id}@${assessment.rubric_version}` }}>{assessment.rubric_title}</Link>
      <span className={styles.muted}>version {assessment.rubric_version}</span>
      {canMove && newest > assessment.rubric_version && <Button small onPress={() => setMoving(true)}>Move to version {newest}</Button>}
      {moving && <MoveRubricDialog roleId={roleId} assessment={assessment} to={newest} onClose={() => setMoving(false)} />}
    </span>
  );
}
