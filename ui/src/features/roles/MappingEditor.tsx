import type { ReactNode } from "react";
import type { CriterionMapping, RoleCompetency } from "../../generated/bindings";
import { useRead } from "../../app/queries";
import { Disclosure, Loaded, Select } from "../../kit";
import { mapped, observes, type PlanRow } from "./plan";
import styles from "./PlanRows.module.css";

/** What each criterion observes in this plan: the competency that its rubric says, or another one. */
export function MappingEditor({ row, competencies, onChange }: { row: PlanRow; competencies: RoleCompetency[]; onChange: (mapping: CriterionMapping[]) => void }): ReactNode {
  const others = row.mapping.length;
  return (
    <div className={styles.mapping}>
      <Disclosure title={others === 0 ? "What its criteria observe: as the rubric says" : `What its criteria observe: ${others} otherwise than the rubric says`}>
        <Criteria row={row} competencies={competencies} onChange={onChange} />
      </Disclosure>
    </div>
  );
}

function Criteria({ row, competencies, onChange }: { row: PlanRow; competencies: RoleCompetency[]; onChange: (mapping: CriterionMapping[]) => void }): ReactNode {
  const rubric = useRead("rubricShow", [row.rubric_id, row.rubric_version]);
  return (
    <Loaded query={rubric} rows={4}>
      {({ criteria }) => (
        <ul className={styles.criteria}>
          {criteria.map((criterion) => {
            const now = observes(row.mapping, criterion);
            const slugs = [...new Set([criterion.competency, ...competencies.map((one) => one.slug), now])];
            const title = (slug: string) => competencies.find((one) => one.slug === slug)?.title ?? slug;
            return (
              <li key={criterion.id}>
                <span className={now === criterion.competency ? undefined : styles.other}>{criterion.title}</span>
                <Select
                  label={`What "${criterion.title}" observes`}
                  hideLabel
                  value={now}
                  onChange={(slug) => onChange(mapped(row.mapping, criterion, slug))}
                  options={slugs.map((slug) => ({ id: slug, label: title(slug), hint: slug === criterion.competency ? "as the rubric says" : undefined }))}
                />
              </li>
            );
          })}
        </ul>
      )}
    </Loaded>
  );
}
