import { useState, type ReactNode } from "react";
import type { Panel, PlanAssessment, RoleDetail } from "../../generated/bindings";
import { count } from "../../app/words";
import { Badge, Button, Section } from "../../kit";
import { PanelDialog } from "./PanelDialog";
import styles from "./PlanTab.module.css";

/** The panels: who usually holds each assessment. It stands beside the plan: changing it makes no version, and binds nobody. */
export function PanelSection({ role }: { role: RoleDetail }): ReactNode {
  const [changing, setChanging] = useState<string | null>(null);
  const panel = (id: string) => role.panels.find((one) => one.assessment_id === id);
  const chosen = role.plan.assessments.find((one) => one.id === changing);
  const held = changing === null ? undefined : panel(changing);
  return (
    <Section title="Panels" note="The people who usually hold each assessment. When a panel is assigned, whoever has least to do is suggested. No version of the plan is made by changing it.">
      <table className={styles.table}>
        <thead>
          <tr><th scope="col">Assessment</th><th scope="col" className={styles.end}>Raters each</th><th scope="col">Panel</th><th scope="col"><span className="visually-hidden">Change</span></th></tr>
        </thead>
        <tbody>
          {role.plan.assessments.map((one) => (
            <Line key={one.id} assessment={one} panel={panel(one.id)} onChange={() => setChanging(one.id)} />
          ))}
        </tbody>
      </table>
      {chosen && held && <PanelDialog roleId={role.summary.id} assessment={chosen} panel={held} onClose={() => setChanging(null)} />}
    </Section>
  );
}

function Line({ assessment, panel, onChange }: { assessment: PlanAssessment; panel: Panel | undefined; onChange: () => void }): ReactNode {
  const people = panel?.people ?? [];
  const few = people.length > 0 && people.filter((one) => !one.archived).length < (panel?.raters ?? 1);
  return (
    <tr>
      <th scope="row">{assessment.title}</th>
      <td className={styles.end}>{panel?.raters ?? 1}</td>
      <td className={styles.why}>
        {people.length === 0 && <span className={styles.muted}>nobody is named</span>}
        {people.map((one, i) => (
          <span key={one.id}>{i > 0 && ", "}{one.name} {one.archived ? <Badge>archived</Badge> : <span className={styles.muted}>{count(one.open_interviews, "open interview")}</span>}</span>
        ))}
        {few && <span className={styles.few}>Fewer than the raters wanted.</span>}
      </td>
      <td className={styles.end}><Button small aria-label={`Change the panel: ${assessment.title}`} onPress={onChange}>Change</Button></td>
    </tr>
  );
}
