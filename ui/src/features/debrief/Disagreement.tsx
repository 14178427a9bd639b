import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Citation, Disagreement, DisagreementSide, RoleDisagreements, SplitRecommendation } from "../../generated/bindings";
import { RECOMMENDATIONS, count } from "../../app/words";
import { Badge, Disclosure, Level } from "../../kit";
import styles from "./Parts.module.css";

/** From so many levels on, a difference is talked through first. */
const WIDE = 2;

/** Where raters differ: recommendations, then criteria, the widest first; differences of one level are of second order. */
export function Disagreements({ found, named, roleId }: { found: RoleDisagreements; named: boolean; roleId: string }): ReactNode {
  const wide = found.disagreements.filter((one) => one.gap >= WIDE);
  const near = found.disagreements.filter((one) => one.gap < WIDE);
  return (
    <>
      {found.recommendations.length > 0 && (
        <div>
        <h2 className={styles.itemTitle}>Recommendations that are two steps or more apart</h2>
        <ul className={styles.splits}>
          {found.recommendations.map((one) => (
            <li key={one.application_id}>
              {named ? (
                <><DebriefLink roleId={roleId} applicationId={one.application_id}>{one.candidate_name}</DebriefLink>: {counted(one)}.</>
              ) : (
                <>Recommended: {one.recommendations.map((given) => `${RECOMMENDATIONS[given.recommendation].toLowerCase()} by ${given.person} (${given.assessment_title})`).join(", ")}.</>
              )}
            </li>
          ))}
        </ul>
        </div>
      )}
      {wide.length > 0 && <Items items={wide} named={named} roleId={roleId} />}
      {near.length > 0 && (
        <Disclosure title={count(near.length, "difference of one level", "differences of one level")}>
          <Items items={near} named={named} roleId={roleId} />
        </Disclosure>
      )}
    </>
  );
}

/** How often each recommendation was given, the lowest first: "1 no, 2 yes". */
function counted(one: SplitRecommendation): string {
  const steps = [...new Set(one.recommendations.map((given) => given.recommendation))];
  return steps.map((step) => `${one.recommendations.filter((given) => given.recommendation === step).length} ${RECOMMENDATIONS[step].toLowerCase()}`).join(", ");
}

function Items({ items, named, roleId }: { items: Disagreement[]; named: boolean; roleId: string }): ReactNode {
  return (
    <ol className={styles.list}>
      {items.map((one) => <Item key={`${one.application_id} ${one.assessment_id} ${one.criterion}`} one={one} named={named} roleId={roleId} />)}
    </ol>
  );
}

/** One criterion: what each rater saw, then what level they made of it. */
function Item({ one, named, roleId }: { one: Disagreement; named: boolean; roleId: string }): ReactNode {
  return (
    <li className={styles.item}>
      <div className={styles.itemHead}>
        <div>
          <h3 className={styles.itemTitle}>
            {named && <><DebriefLink roleId={roleId} applicationId={one.application_id}>{one.candidate_name}</DebriefLink>: </>}
            {one.title}
          </h3>
          <p className={styles.small}>{one.assessment_title} · {one.observe}</p>
        </div>
        <span className={one.gap >= WIDE ? styles.apart : styles.near}>{count(one.gap, "level")} apart</span>
      </div>
      <div className={styles.sides}>
        {one.sides.map((side) => <Side key={side.interview_id} side={side} />)}
      </div>
    </li>
  );
}

function Side({ side }: { side: DisagreementSide }): ReactNode {
  return (
    <div className={styles.side}>
      <p className={styles.who}>
        <Link to="/interviews/$interviewId" params={{ interviewId: side.interview_id }}>{side.person}</Link>
        {!side.independent && <> <Badge tone="warn">not independent</Badge></>}
      </p>
      <div>
        <p className={styles.note}>{side.note || <em className={styles.muted}>No note.</em>}</p>
        <Cited citations={side.citations} />
      </div>
      <div className={styles.rated}><Level level={side.level} /><span>{side.anchor}</span></div>
    </div>
  );
}

/** What a rating cites. */
export function Cited({ citations }: { citations: Citation[] }): ReactNode {
  if (citations.length === 0) return null;
  return (
    <ul className={styles.cited} aria-label="Cited evidence">
      {citations.map((citation, index) => (
        <li key={`${citation.address}-${index}`}>
          <code>{citation.address}</code>
          {citation.quote && <q>{citation.quote}</q>}
        </li>
      ))}
    </ul>
  );
}

/** Leads to the debrief of one application. */
export function DebriefLink({ roleId, applicationId, children }: { roleId: string; applicationId: string; children: ReactNode }): ReactNode {
  return <Link to="/roles/$roleId/debrief/$applicationId" params={{ roleId, applicationId }}>{children}</Link>;
}
