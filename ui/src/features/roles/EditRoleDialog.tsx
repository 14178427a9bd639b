import { useState, type ReactNode } from "react";
import type { RoleDetail, Seniority, Specialisation } from "../../generated/bindings";
import { describeError } from "../../app/call";
import { useRead, useWrite } from "../../app/queries";
import { optionsOf, SENIORITIES, SPECIALISATIONS } from "../../app/words";
import { ConfirmDialog, ErrorState, Loaded, Select, TextArea, TextField } from "../../kit";
import { CompetencyPicker } from "./CompetencyPicker";
import { dropWarnings, offeredTo } from "./editRole";
import styles from "./PlanEditor.module.css";

/** Changes what a role says: title, level, specialisation, goals, and what it asks for. */
export function EditRoleDialog({ role, onClose }: { role: RoleDetail; onClose: () => void }): ReactNode {
  const { summary } = role;
  const [title, setTitle] = useState(summary.title);
  const [seniority, setSeniority] = useState<Seniority>(summary.seniority);
  const [specialisation, setSpecialisation] = useState<Specialisation>(summary.specialisation);
  const [goals, setGoals] = useState(role.goals.join("\n"));
  const [competencies, setCompetencies] = useState(role.competencies);
  const templates = useRead("roleTemplates", []);
  const save = useWrite("roleUpdate", { quietErrors: true, said: "Role stored.", onDone: onClose });
  const store = () => {
    const lines = goals.split("\n").map((goal) => goal.trim()).filter(Boolean);
    save.mutate([summary.id, { title: title.trim(), seniority, specialisation, goals: lines, competencies }]);
  };
  const warnings = dropWarnings(role.dropping, competencies);
  return (
    <ConfirmDialog wide title="Edit role" isOpen onClose={onClose} confirmLabel="Store role" onConfirm={store} isDisabled={title.trim() === ""} isPending={save.isPending}>
      <TextField label="Title" value={title} onChange={setTitle} isRequired />
      <Select label="Level" value={seniority} onChange={setSeniority} options={optionsOf(SENIORITIES)} />
      <Select label="Specialisation" value={specialisation} onChange={setSpecialisation} options={optionsOf(SPECIALISATIONS)} />
      <TextArea label="Success after six months, one goal to a line" rows={6} value={goals} onChange={setGoals} />
      <h3>What is asked for</h3>
      <Loaded query={templates} rows={6}>{(list) => <CompetencyPicker offered={offeredTo(role, { seniority, specialisation }, list)} chosen={competencies} onChange={setCompetencies} />}</Loaded>
      <div role="status" className={styles.before}>{warnings.map((text) => <p key={text} className={styles.warning}>{text}</p>)}</div>
      {save.error && <ErrorState inset {...describeError(save.error)} />}
    </ConfirmDialog>
  );
}
