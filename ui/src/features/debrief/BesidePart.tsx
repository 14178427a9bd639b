import { useState, type ReactNode } from "react";
import type { DebriefRow } from "../../generated/bindings";
import { useRead } from "../../app/queries";
import { Checkbox, EmptyState, Loaded, PageBody, Scroll } from "../../kit";
import { firstChoice, MOST_BESIDE, toggled } from "./beside";
import styles from "./Beside.module.css";
import { BesideTable } from "./BesideTable";

/** Two to four candidates side by side. */
export function BesidePart({ roleId, rows }: { roleId: string; rows: DebriefRow[] }): ReactNode {
  const open = rows.filter((row) => !row.closed);
  const [chosen, setChosen] = useState(() => firstChoice(rows));
  const enough = chosen.length >= 2;
  const query = useRead("debriefBeside", [roleId, chosen], { enabled: enough, keepPrevious: true });
  return (
    <Scroll>
      <PageBody>
        <fieldset className={styles.choice}>
          <legend>Two to four candidates</legend>
          {open.map((row) => (
            <Checkbox key={row.application_id} isSelected={chosen.includes(row.application_id)} isDisabled={!chosen.includes(row.application_id) && chosen.length >= MOST_BESIDE} onChange={() => setChosen(toggled(chosen, row.application_id))}>
              {row.candidate_name}
            </Checkbox>
          ))}
        </fieldset>
        {enough ? (
          <Loaded query={query} rows={8}>{(found) => <BesideTable found={found} />}</Loaded>
        ) : (
          <EmptyState inset title="Choose at least two">Their scores, competencies and every rater's notes then stand side by side.</EmptyState>
        )}
      </PageBody>
    </Scroll>
  );
}
