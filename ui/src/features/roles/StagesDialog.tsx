import { useState, type ReactNode } from "react";
import type { RoleDetail, Stage } from "../../generated/bindings";
import { describeError } from "../../app/call";
import { useWrite } from "../../app/queries";
import { STAGES } from "../../app/words";
import { Checkbox, ConfirmDialog, ErrorState, Note, TextField } from "../../kit";
import styles from "./PipelineTab.module.css";

/** Which stages the role uses, and what it calls them. Their order is that of every role: the figures stand on it. */
export function StagesDialog({ role, onClose }: { role: RoleDetail; onClose: () => void }): ReactNode {
  const [stages, setStages] = useState(role.pipeline);
  const save = useWrite("roleSetStages", { quietErrors: true, said: "Stages stored.", onDone: onClose });
  const set = (stage: Stage, change: { used?: boolean; title?: string }) => setStages(stages.map((one) => (one.stage === stage ? { ...one, ...change } : one)));
  const store = () => save.mutate([role.summary.id, stages.filter((one) => one.used).map(({ stage, title }) => ({ stage, title: title.trim() }))]);
  return (
    <ConfirmDialog title="Stages of this role" isOpen onClose={onClose} confirmLabel="Store stages" onConfirm={store} isPending={save.isPending}>
      <Note>Leave out what the role does not need, and call the others what your team calls them. Whoever stands in a stage is moved before it is left out.</Note>
      <ul className={styles.stages}>
        {stages.map((one) => (
          <li key={one.stage} className={styles.stage}>
            <Checkbox isSelected={one.used} isDisabled={!one.optional} onChange={(used) => set(one.stage, { used })}>{STAGES[one.stage]}</Checkbox>
            <TextField label={`Name for ${STAGES[one.stage].toLowerCase()}`} hideLabel value={one.title} placeholder={STAGES[one.stage]} isDisabled={!one.used} onChange={(title) => set(one.stage, { title })} />
          </li>
        ))}
      </ul>
      {save.error && <ErrorState inset {...describeError(save.error)} />}
    </ConfirmDialog>
  );
}
