import { useState } from "react";
import { refreshChanged, useRead, useWrite } from "../../app/queries";
import { goTo } from "../../app/session";
import { count } from "../../app/words";
import type { CandidateDetail } from "../../generated/bindings";
import { Button, Checkbox, ConfirmDialog, Dialog, ErrorState, Loaded, TextField } from "../../kit";
import styles from "./Candidates.module.css";
import { ErasureReceipt } from "./ErasureReceipt";
import { NamedElsewhere, type Chosen } from "./NamedElsewhere";

/** Says what is lost, and what texts about others lose; asks for a reason, erases, shows the receipt. */
export function EraseDialog({ candidate, onClose }: { candidate: CandidateDetail; onClose: () => void }) {
  const [reason, setReason] = useState("");
  const [understood, setUnderstood] = useState(false);
  const [chosen, setChosen] = useState<Chosen>({ leave: [], take: [] });
  const elsewhere = useRead("candidateErasePreview", [candidate.id]);
  // What changed is told to the reads only when the receipt is closed: until then this screen must stay.
  const erase = useWrite("candidateErase", { quietErrors: true, keepScreen: true });
  const done = erase.data;
  if (done) {
    const leave = () => {
      goTo("/candidates");
      refreshChanged(done.changed);
    };
    return (
      <Dialog title="Erased" isOpen onClose={leave} footer={<Button kind="main" onPress={leave}>Back to candidates</Button>}>
        <ErasureReceipt receipt={done.value} />
      </Dialog>
    );
  }
  return (
    <ConfirmDialog title={`Erase ${candidate.name}?`} isOpen onClose={onClose} danger confirmLabel="Erase for good" isPending={erase.isPending} isDisabled={!understood || reason.trim() === "" || !elsewhere.data} onConfirm={() => erase.mutate([candidate.id, { reason: reason.trim(), ...chosen }])}>
      <p>These are lost for good, here and in the workspace's backups:</p>
      <ul className={styles.lost}>
        {whatIsLost(candidate).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Loaded query={elsewhere} rows={3}>{(preview) => <NamedElsewhere preview={preview} chosen={chosen} onChoose={setChosen} />}</Loaded>
      <TextField label="Reason" value={reason} onChange={setReason} autoFocus description="Stays in the receipt; name nobody." />
      <Checkbox isSelected={understood} onChange={setUnderstood}>
        I understand that this cannot be undone
      </Checkbox>
      {erase.error && <ErrorState inset message={erase.error.message} hint={erase.error.hint} />}
    </ConfirmDialog>
  );
}

/** What goes with a candidate, in words. */
export function whatIsLost(candidate: CandidateDetail): string[] {
  const lines = ["Name, contact, notes"];
  if (candidate.applications.length > 0) lines.push(`${count(candidate.applications.length, "application")} with its stages, interviews, scorecards and decisions`);
  if (candidate.snapshots.length > 0) lines.push(`${count(candidate.snapshots.length, "snapshot")}: ${candidate.snapshots.map((snapshot) => `${count(snapshot.counts.repositories, "repository", "repositories")}, ${count(snapshot.counts.commits, "commit")}`).join("; ")}`);
  if (candidate.accounts.length > 0) lines.push(`${count(candidate.accounts.length, "account")}, and mentions of ${candidate.accounts.length === 1 ? "it" : "them"} in other people's snapshots`);
  return lines;
}
