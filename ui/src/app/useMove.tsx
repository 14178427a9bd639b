import { useState, type ReactNode } from "react";
import type { Application, RoleStage, Stage } from "../generated/bindings";
import { cancelledText } from "./ending";
import { askedBefore, MoveDialog } from "./MoveDialog";
import { movedText } from "./moved";
import { useWrite } from "./queries";
import { stageTitle } from "./stages";

/** Moves applications of one role: at once, or by the dialog (to be shown somewhere) where a move asks something first. */
export function useMove(pipeline: readonly RoleStage[], onMoved?: () => void): { onMove: (applications: Application[], stage: Stage) => void; dialog: ReactNode } {
  const [asking, setAsking] = useState<{ applications: Application[]; stage: Stage } | null>(null);
  const title = (stage: Stage) => stageTitle(pipeline, stage);
  const move = useWrite("applicationMoveMany", { undo: true, onDone: onMoved, said: (done) => movedText(done.value, title(done.value.moved[0]?.stage ?? "applied")) + cancelledText(done.changed) });
  const onMove = (moving: Application[], stage: Stage) => {
    if (askedBefore(moving, stage)) setAsking({ applications: moving, stage });
    else move.mutate([moving.filter((one) => one.stage !== stage).map((one) => one.id), { to: stage, why: null, reason: "", despite: null }]);
  };
  const done = () => {
    setAsking(null);
    onMoved?.();
  };
  return { onMove, dialog: asking && <MoveDialog {...asking} title={title(asking.stage)} onClose={() => setAsking(null)} onMoved={done} /> };
}
