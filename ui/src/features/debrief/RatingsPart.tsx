import { useState, type ReactNode } from "react";
import type { Debrief, RoleDetail } from "../../generated/bindings";
import { PlanVersionSelect } from "../../app/PlanVersionSelect";
import { useRead } from "../../app/queries";
import { Button, Loaded } from "../../kit";
import { useDebounced } from "../../kit/useDebounced";
import { rebalance } from "../../kit/weights";
import type { Decide } from "./DebriefTab";
import { DebriefTable, type Opened } from "./DebriefTable";
import { ExplainPane } from "./ExplainPane";
import { Legend } from "./Marks";
import styles from "./RatingsPart.module.css";
import { shapesByRater } from "./scale";
import { planWeights, sameWeights, type Trial } from "./whatif";

/** The scorecards of a role side by side, under a version of its plan; other weights can be tried. */
export function RatingsPart({ role, decide }: { role: RoleDetail; decide: Decide }): ReactNode {
  const [version, setVersion] = useState<number | null>(null);
  const query = useRead("debriefRole", [role.summary.id, version], { keepPrevious: true });
  return (
    <Loaded query={query} rows={8}>
      {(debrief) => <OneDebrief key={debrief.plan.version} role={role} decide={decide} saved={debrief} version={version} onVersion={setVersion} />}
    </Loaded>
  );
}

function OneDebrief({ role, decide, saved, version, onVersion }: { role: RoleDetail; decide: Decide; saved: Debrief; version: number | null; onVersion: (version: number | null) => void }): ReactNode {
  const own = planWeights(saved.plan);
  const [weights, setWeights] = useState<Trial[]>(own);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [deciding, setDeciding] = useState<string | null>(null);
  const asked = useDebounced(weights, 150);
  const trying = !sameWeights(weights, own);
  const preview = useRead("debriefPreview", [role.summary.id, asked], { enabled: trying && !sameWeights(asked, own), keepPrevious: true });
  const shown = trying && preview.data ? { ...preview.data, plan: saved.plan } : saved;
  const marks = saved.rows.flatMap((row) => row.cells.flatMap((cell) => cell.raters));
  const shapes = shapesByRater(marks);
  const raters = [...new Map(marks.map((mark) => [mark.person_id, mark])).values()].sort((a, b) => a.name.localeCompare(b.name));
  const row = shown.rows.find((candidate) => candidate.application_id === opened?.applicationId);
  const deciders = saved.rows.find((candidate) => candidate.application_id === deciding);
  return (
    <div className={styles.split}>
      <div className={styles.main}>
        <div className={styles.bar}>
          <div className={styles.versions}><PlanVersionSelect versions={saved.plan_versions} shown={version ?? saved.plan.version} onVersion={onVersion} /></div>
          {trying ? (
            <div className={styles.trying} role="status">
              <span>These weights are being tried and are not stored.{preview.error && <strong> {preview.error.message}</strong>}</span>
              <Button small onPress={() => setWeights(own)}>Back to the plan's weights</Button>
            </div>
          ) : (
            <p className={styles.note}>Drag a weight to see what the order would be. {saved.order_note}{saved.rows.some((row) => row.corrected !== null) && " At the total the dot is the plain score, the ring the one corrected for the raters' severity; the interval is that of the ring."}</p>
          )}
        </div>
        <div className={styles.scroll}>
          <DebriefTable
            debrief={shown}
            shapes={shapes}
            weights={weights}
            onWeight={(index, weight) => setWeights(rebalance(weights, index, weight))}
            opened={opened}
            onOpen={setOpened}
          />
        </div>
        <div className={styles.key}>
          <Legend raters={raters} shapes={shapes} />
          <p>A bracket at the left joins one band: candidates who are not told apart. "apart": two raters differ by two levels or more. ≠: a rater who was assigned after reading ratings.</p>
        </div>
      </div>
      {row && opened && (
        <ExplainPane
          key={row.application_id}
          roleId={role.summary.id}
          row={row}
          assessmentId={opened.assessmentId}
          planVersion={saved.plan.version}
          trying={trying}
          onClose={() => setOpened(null)}
          onDecide={() => setDeciding(row.application_id)}
        />
      )}
      {deciders && decide(deciders, saved.plan, () => setDeciding(null))}
    </div>
  );
}
