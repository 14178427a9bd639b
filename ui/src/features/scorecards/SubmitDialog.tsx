import { useState, type ReactNode } from "react";
import type { Form, ScorecardInput } from "../../generated/bindings";
import { describeError } from "../../app/call";
import { useWrite } from "../../app/queries";
import { RECOMMENDATIONS } from "../../app/words";
import { ConfirmDialog, ErrorState, TextArea } from "../../kit";
import { unanswered } from "./raise";

/** own: one's own draft; paper: typed in for somebody else; amend: a later version beside the first; again: a second marking, which never counts. */
export type SubmitMode = "own" | "paper" | "amend" | "again";

/** Says that submitting is final, and for whom it is, before it is done. */
export function SubmitDialog({ isOpen, form, input, mode, onClose, onDone }: {
  isOpen: boolean;
  form: Form;
  input: ScorecardInput;
  mode: SubmitMode;
  onClose: () => void;
  onDone: () => void;
}): ReactNode {
  const [reason, setReason] = useState("");
  const options = { quietErrors: true, onDone: () => (onClose(), onDone()) };
  const own = useWrite("scorecardSubmit", { ...options, said: "Scorecard submitted." });
  const paper = useWrite("scorecardSubmitPaper", { ...options, said: "Paper scorecard stored." });
  const amend = useWrite("scorecardAmend", { ...options, said: "Amendment stored; the first version is kept." });
  const again = useWrite("retestSubmit", { ...options, said: "Marked again. It counts in no score." });
  const id = form.interview.id;
  const open = unanswered(form.rubric.criteria, input.ratings, form.seniority);
  const submit = () => {
    if (mode === "own") own.mutate([id, input]);
    else if (mode === "paper") paper.mutate([id, input]);
    else if (mode === "again") again.mutate([id, input]);
    else amend.mutate([id, input, reason.trim()]);
  };
  const error = own.error ?? paper.error ?? amend.error ?? again.error;
  return (
    <ConfirmDialog
      title={mode === "amend" ? "Submit this amendment?" : mode === "again" ? "Submit this second marking?" : "Submit this scorecard?"}
      isOpen={isOpen}
      onClose={onClose}
      confirmLabel={submitLabel(mode)}
      onConfirm={submit}
      isPending={own.isPending || paper.isPending || amend.isPending || again.isPending}
      isDisabled={mode === "amend" && reason.trim() === ""}
    >
      <p>{explain(mode, form)}</p>
      {input.recommendation && <p>Recommendation: <strong>{RECOMMENDATIONS[input.recommendation]}</strong>.</p>}
      {open.length > 0 && <p>Below what is expected, and the note does not say what would have raised it: {open.join("; ")}.</p>}
      {mode === "amend" && <TextArea label="Why it is amended" value={reason} onChange={setReason} isRequired autoFocus description="Stands beside the amendment for everybody who may read it." />}
      {error && <ErrorState inset {...describeError(error)} />}
    </ConfirmDialog>
  );
}

/** What the button says. */
export function submitLabel(mode: SubmitMode): string {
  if (mode === "amend") return "Submit amendment";
  return mode === "again" ? "Submit second marking" : "Submit scorecard";
}

function explain(mode: SubmitMode, form: Form): string {
  switch (mode) {
    case "own":
      return "It is final: a submitted scorecard does not change. You can amend it later with a reason; this version is kept beside the later one.";
    case "paper":
      return `It is final, and it says for ever that you typed it in for ${form.interview.person_name}.`;
    case "amend":
      return "The earlier version is kept and stays readable; scores use the latest.";
    case "again":
      return "It stands beside your first marking, for you alone, and counts in no score.";
  }
}
