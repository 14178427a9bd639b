import { useState, type ReactNode } from "react";
import type { RoleTemplate } from "../../generated/bindings";
import { describeError } from "../../app/call";
import { useRead, useWrite } from "../../app/queries";
import { goTo } from "../../app/session";
import { SENIORITIES, SPECIALISATIONS } from "../../app/words";
import { Button, ErrorState, Loaded, Page, PageBody, RadioGroup, Section, TextArea, TextField } from "../../kit";
import { CompetencyPicker } from "./CompetencyPicker";
import { DraftCoverage } from "./CoverageMatrix";
import { beginRole, competenciesAt, newRole, roleProblem, withSeniority, type RoleDraft } from "./newRole";
import { PlanRows } from "./PlanRows";
import styles from "./NewRoleScreen.module.css";

/** A new role from a template: specialisation, level, title, goals, competencies, plan. */
export function NewRoleScreen(): ReactNode {
  const templates = useRead("roleTemplates", []);
  return (
    <Page title="New role" crumbs={[{ label: "Roles", to: "/roles" }]} lead="Begin from a template; everything in it can be changed.">
      <Loaded query={templates}>{(list) => <Form templates={list} />}</Loaded>
    </Page>
  );
}

function Form({ templates }: { templates: RoleTemplate[] }): ReactNode {
  const [draft, setDraft] = useState<RoleDraft | null>(() => (templates[0] ? beginRole(templates[0], "senior") : null));
  if (!draft) return <ErrorState message="This workspace has no role template." hint="Templates come with the app; look at the Journal whether this workspace is sound." />;
  const change = (part: Partial<RoleDraft>) => setDraft({ ...draft, ...part });
  const choose = (id: string) => {
    const template = templates.find((entry) => entry.id === id);
    if (template) setDraft(beginRole(template, draft.seniority));
  };
  return (
    <PageBody>
      <div className={styles.pair}>
        <RadioGroup label="Template" value={draft.template.id} onChange={choose} options={templates.map((t) => ({ id: t.id, label: SPECIALISATIONS[t.specialisation], hint: t.summary }))} />
        <RadioGroup
          label="Level"
          value={draft.seniority}
          onChange={(seniority) => setDraft(withSeniority(draft, seniority))}
          options={draft.template.seniorities.map((entry) => ({ id: entry.seniority, label: SENIORITIES[entry.seniority] }))}
        />
      </div>
      <div className={styles.pair}>
        <TextField label="Title" value={draft.title} onChange={(title) => change({ title })} isRequired />
        <TextArea label="Success after six months, one goal to a line" rows={5} value={draft.goals} onChange={(goals) => change({ goals })} />
      </div>
      <Competencies draft={draft} onChange={change} />
      <Section title="Plan" note="Every candidate is looked at in the same way, with the same weights.">
        <PlanRows rows={draft.rows} competencies={draft.competencies} onChange={(rows) => change({ rows })} />
      </Section>
      <Section title="What it looks at" note="Competencies of the role by assessments, as the rubrics observe them.">
        <DraftCoverage roleId={null} asked={draft.competencies} assessments={draft.rows} />
      </Section>
      <Create draft={draft} />
    </PageBody>
  );
}

function Competencies({ draft, onChange }: { draft: RoleDraft; onChange: (part: Partial<RoleDraft>) => void }): ReactNode {
  return (
    <Section title="Competencies" note="What the role asks for. The plan's coverage is measured against them.">
      <CompetencyPicker offered={competenciesAt(draft.template, draft.seniority)} chosen={draft.competencies} onChange={(competencies) => onChange({ competencies })} />
    </Section>
  );
}

function Create({ draft }: { draft: RoleDraft }): ReactNode {
  const create = useWrite("roleCreate", { quietErrors: true, said: "Role created.", onDone: (done) => goTo(`/roles/${done.value.summary.id}`) });
  const problem = roleProblem(draft);
  return (
    <>
      {create.error && <ErrorState inset {...describeError(create.error)} />}
      <div className={styles.foot}>
        {problem && <span className={styles.problem}>{problem}</span>}
        <Button kind="main" isDisabled={problem !== null} isPending={create.isPending} onPress={() => create.mutate([newRole(draft)])}>Create role</Button>
      </div>
    </>
  );
}
