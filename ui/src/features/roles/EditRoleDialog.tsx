import { useState, type ReactNode } from "react";
import type { RoleDetail, Seniority } from "../../generated/bindings";
import { describeError } from "../../app/call";
import { useWrite } from "../../app/queries";
import { optionsOf, SENIORITIES } from "../../app/words";
import { ConfirmDialog, ErrorState, Select, TextArea, TextField } from "../../kit";

/** Changes a role's title, level and goals; its competencies stay as they are. */
export function EditRoleDialog({ role, onClose }: { role: RoleDetail; onClose: () => void }): ReactNode {
  const { summary } = role;
  const [title, setTitle] = useState(summary.title);
  const [seniority, setSeniority] = useState<Seniority>(summary.seniority);
  const [goals, setGoals] = useState(role.goals.join("\n"));
  const save = useWrite("roleUpdate", { quietErrors: true, said: "Role stored.", onDone: onClose });
  const store = () => {
    const lines = goals.split("\n").map((goal) => goal.trim()).filter(Boolean);
    save.mutate([summary.id, { title: title.trim(), seniority, specialisation: summary.specialisation, goals: lines, competencies: role.competencies }]);
  };
  return (
    <ConfirmDialog title="Edit role" isOpen onClose={onClose} confirmLabel="Store role" onConfirm={store} isDisabled={title.trim() === ""} isPending={save.isPending}>
      <TextField label="Title" value={title} onChange={setTitle} isRequired />
      <Select label="Level" value={seniority} onChange={setSeniority} options={optionsOf(SENIORITIES)} />
      <TextArea label="Success after six months, one goal to a line" rows={6} value={goals} onChange={setGoals} />
      {save.error && <ErrorState inset {...describeError(save.error)} />}
    </ConfirmDialog>
  );
}
