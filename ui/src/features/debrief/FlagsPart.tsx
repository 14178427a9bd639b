import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { DebriefFlag } from "../../generated/bindings";
import { useRead } from "../../app/queries";
import { EmptyState, Loaded, Note, PageBody, Scroll } from "../../kit";
import { DebriefLink } from "./Disagreement";
import styles from "./Parts.module.css";

/** Every red flag of a role with its evidence. */
export function FlagsPart({ roleId }: { roleId: string }): ReactNode {
  const query = useRead("debriefFlags", [roleId]);
  return (
    <Scroll>
      <Loaded query={query} rows={4}>
        {(found) => (
          <PageBody>
            <div>
              <Note>Flags are talked about. They take nothing off a score.</Note>
              {found.left_out.sentence && <Note>{found.left_out.sentence}</Note>}
            </div>
            {found.flags.length === 0 ? <EmptyState inset title="No red flag was raised">A flag is raised in a scorecard, with what was seen or heard.</EmptyState> : <Flags flags={found.flags} roleId={roleId} />}
          </PageBody>
        )}
      </Loaded>
    </Scroll>
  );
}

/** Flags, each with its evidence and with what would only look like it; `roleId` where the candidate is to be named. */
export function Flags({ flags, roleId }: { flags: DebriefFlag[]; roleId?: string }): ReactNode {
  return (
    <ul className={styles.list}>
      {flags.map((flag) => (
        <li key={`${flag.scorecard_id} ${flag.flag}`} className={styles.item}>
          <div>
            <h3 className={styles.itemTitle}>
              {roleId && <><DebriefLink roleId={roleId} applicationId={flag.application_id}>{flag.candidate_name}</DebriefLink>: </>}
              {flag.title}
            </h3>
            <p className={styles.small}>{flag.assessment_title} · raised by <Link to="/interviews/$interviewId" params={{ interviewId: flag.interview_id }}>{flag.person}</Link></p>
          </div>
          <blockquote className={styles.quote}>{flag.evidence}</blockquote>
          {flag.not_a_red_flag && <p className={styles.muted}>Not a red flag: {flag.not_a_red_flag}</p>}
        </li>
      ))}
    </ul>
  );
}
