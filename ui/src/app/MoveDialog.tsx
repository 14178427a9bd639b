import { useState, type ReactNode } from "react";
import type { Application, EndReason, Stage } from "../generated/bindings";
import { describeError } from "./call";
import { cancelledText, endingText, meansContact, reasonsFor, stageEnds } from "./ending";
import { useWrite } from "./queries";
import { count, stageNeedsReason } from "./words";
import { ConfirmDialog, ErrorState, Note, Select, TextArea, TextField } from "../kit";
import { inSentence } from "./stages";
import { movedText } from "./moved";

/** Whether a move asks something before it is made. */
export function askedBefore(applications: readonly Application[], stage: Stage): boolean {
  return stageEnds(stage) || applications.some((one) => stageEnds(one.stage) || (one.do_not_contact && meansContact(stage)));
}

/** Asks why applications end or are opened again, and why somebody is contacted who asked not to be, before they are moved. */
export function MoveDialog({ applications, stage, title, onClose, onMoved }: { applications: Application[]; stage: Stage; title: string; onClose: () => void; onMoved: () => void }): ReactNode {
  const [why, setWhy] = useState<EndReason | null>(null);
  const [reason, setReason] = useState("");
  const [despite, setDespite] = useState("");
  const move = useWrite("applicationMoveMany", { quietErrors: true, undo: true, onDone: onMoved, said: (done) => movedText(done.value, title) + cancelledText(done.changed) });
  const moving = applications.filter((one) => one.stage !== stage);
  const ends = stageNeedsReason(stage);
  const again = !stageEnds(stage) && moving.some((one) => stageEnds(one.stage));
  const marked = meansContact(stage) ? moving.filter((one) => one.do_not_contact) : [];
  const unready = stage === "hired" ? moving.filter((one) => one.before_hire.length > 0) : [];
  const wordsNeeded = why === "other" || ((again || unready.length > 0) && reason.trim() === "");
  const isDisabled = (ends && why === null) || (wordsNeeded && reason.trim() === "");
  const note = stageEnds(stage) ? endingText(moving.reduce((sum, one) => sum + one.interviews_open, 0)) : null;
  const label = `Move ${moving.length === 1 ? "" : `${moving.length} `}to ${inSentence(title)}`;
  return (
    <ConfirmDialog
      title={`${moving.length === 1 ? moving[0]?.candidate_name : count(moving.length, "application")}: ${inSentence(title)}`}
      isOpen
      onClose={onClose}
      confirmLabel={label}
      onConfirm={() => move.mutate([moving.map((one) => one.id), { to: stage, why, reason: reason.trim(), despite: despite.trim() || null }])}
      isDisabled={isDisabled}
      isPending={move.isPending}
    >
      {note && <Note>{note}</Note>}
      {unready.map((one) => <Note key={one.id}>{`${one.candidate_name}: ${one.before_hire.join(", ")}. A move makes no decision; say why they are hired all the same.`}</Note>)}
      {ends && <Select label="Reason" value={why} onChange={setWhy} options={reasonsFor(stage)} isRequired description="Counted in the role's figures." />}
      <TextArea label={ends && why !== "other" ? "In words, if they add something" : "In words"} value={reason} onChange={setReason} isRequired={wordsNeeded} description={`It stays in ${moving.length === 1 ? "the candidate's" : "each candidate's"} history.`} />
      {marked.length > 0 && <TextField label="Why despite do-not-contact" value={despite} onChange={setDespite} description={`${marked.map((one) => one.candidate_name).join(", ")} asked not to be contacted. Left empty, they stay where they are.`} />}
      {move.error && <ErrorState inset {...describeError(move.error)} />}
    </ConfirmDialog>
  );
}
