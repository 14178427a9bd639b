import type { ReactNode } from "react";
import type { RoleCompetency } from "../../generated/bindings";
import { Checkbox, TextField } from "../../kit";
import styles from "./CompetencyPicker.module.css";

/** What a role asks for: each of what is offered, taken or not, and what is expected of it. */
export function CompetencyPicker({ offered, chosen, onChange }: { offered: readonly RoleCompetency[]; chosen: readonly RoleCompetency[]; onChange: (chosen: RoleCompetency[]) => void }): ReactNode {
  const inOrder = (list: readonly RoleCompetency[]) => offered.flatMap((offer) => list.filter((one) => one.slug === offer.slug));
  return (
    <ul className={styles.competencies}>
      {offered.map((offer) => {
        const held = chosen.find((one) => one.slug === offer.slug);
        const without = chosen.filter((one) => one.slug !== offer.slug);
        return (
          <li key={offer.slug}>
            <Checkbox isSelected={held !== undefined} onChange={(on) => onChange(on ? inOrder([...without, offer]) : without)}>{offer.title}</Checkbox>
            {held && <TextField label={`What is expected in ${offer.title}`} hideLabel value={held.expectation} onChange={(expectation) => onChange(inOrder([...without, { ...held, expectation }]))} />}
          </li>
        );
      })}
    </ul>
  );
}
