import { useState, type ReactNode } from "react";
import { useRead } from "../../app/queries";
import { EmptyState, Loaded, Note, Scroll } from "../../kit";
import { CompetencyPane } from "./CompetencyPane";
import { CompetencyTable, type OpenedCompetency } from "./CompetencyTable";
import heat from "./Heat.module.css";
import styles from "./Parts.module.css";

/** Candidates by competencies as a heat map with numbers; a cell opens the criteria that it comes from. */
export function CompetenciesPart({ roleId }: { roleId: string }): ReactNode {
  const query = useRead("debriefCompetencies", [roleId, null]);
  const [opened, setOpened] = useState<OpenedCompetency | null>(null);
  return (
    <Loaded query={query} rows={8}>
      {(matrix) => {
        const row = matrix.rows.find((one) => one.application_id === opened?.applicationId);
        const column = matrix.competencies.findIndex((one) => one.slug === opened?.slug);
        const competency = matrix.competencies[column];
        const cell = row?.cells[column];
        return (
          <div className={styles.split}>
            <Scroll>
              {matrix.left_out.sentence && <div className={heat.head}><Note>{matrix.left_out.sentence}</Note></div>}
              {matrix.rows.length === 0 || matrix.competencies.length === 0 ? (
                <EmptyState title="Nothing to show yet">Ratings of criteria are added up here by the competency that each criterion observes.</EmptyState>
              ) : (
                <>
                  <CompetencyTable matrix={matrix} opened={opened} onOpen={setOpened} />
                  <p className={heat.key}>A figure is the weighted mean of the criteria that observe the competency, from 1 to 5, over all assessments of plan version {matrix.plan_version}; under it the ratings that it rests on, and the share that was assessed where that is not all. Hatched: nobody has rated it. Candidates stand by their total.</p>
                </>
              )}
            </Scroll>
            {row && competency && cell && <CompetencyPane key={`${row.application_id} ${competency.slug}`} row={row} competency={competency} cell={cell} onClose={() => setOpened(null)} />}
          </div>
        );
      }}
    </Loaded>
  );
}
