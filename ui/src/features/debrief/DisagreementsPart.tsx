import type { ReactNode } from "react";
import type { DebriefRow } from "../../generated/bindings";
import { stageEnds } from "../../app/ending";
import { useRead } from "../../app/queries";
import { EmptyState, Loaded, Note, PageBody, Scroll } from "../../kit";
import { DebriefLink, Disagreements } from "./Disagreement";
import styles from "./Parts.module.css";

/** Where the raters of a role differ, the widest first; and whose debriefs can be held. */
export function DisagreementsPart({ roleId, rows }: { roleId: string; rows: DebriefRow[] }): ReactNode {
  const query = useRead("debriefDisagreements", [roleId]);
  return (
    <Scroll>
      <Loaded query={query} rows={8}>
        {(found) => (
          <PageBody>
            <div>
              <p className={styles.verdict}>{found.sentence}</p>
              {found.left_out.sentence && <Note>{found.left_out.sentence}</Note>}
              <Ready roleId={roleId} rows={rows} />
            </div>
            {found.disagreements.length + found.recommendations.length === 0 ? (
              <EmptyState inset title="Nobody differs">Where two people rate the same criterion and differ, both notes stand here, the widest difference first.</EmptyState>
            ) : (
              <Disagreements found={found} named roleId={roleId} />
            )}
          </PageBody>
        )}
      </Loaded>
    </Scroll>
  );
}

/** Those under way with a scorecard: their debrief is held person by person. */
function Ready({ roleId, rows }: { roleId: string; rows: DebriefRow[] }): ReactNode {
  const ready = rows.filter((row) => !row.closed && row.score !== null && !stageEnds(row.stage));
  if (ready.length === 0) return null;
  return (
    <p>
      Hold the debrief of{" "}
      {ready.map((row, at) => (
        <span key={row.application_id}>{at > 0 && " · "}<DebriefLink roleId={roleId} applicationId={row.application_id}>{row.candidate_name}</DebriefLink></span>
      ))}
    </p>
  );
}
