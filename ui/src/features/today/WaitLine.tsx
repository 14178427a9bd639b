import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Wait } from "../../generated/bindings";
import { useStageTitle } from "../../app/StageName";
import { Button, DateText, daysSince, daysText } from "../../kit";
import styles from "./TodayScreen.module.css";
import { waitText } from "./waits";

/** One line of who waits for whom: who, for what, since when, and the one thing to do. */
export function WaitLine({ wait, now, onChange }: { wait: Wait; now: Date; onChange: (change: "reassign" | "reschedule", interviewId: string | null) => void }): ReactNode {
  const stage = useStageTitle(wait.role_id)(wait.stage);
  return (
    <li className={styles.row}>
      <span className={styles.main}>{wait.who.name}</span>
      <span>{waitText(wait, stage)}</span>
      <span className={styles.side} title={daysText(daysSince(wait.since, now))}>since <DateText value={wait.since} /></span>
      <span className={styles.role} title={wait.role_title}>{wait.role_title}</span>
      <span className={styles.end}><Act wait={wait} onChange={onChange} /></span>
    </li>
  );
}

function Act({ wait, onChange }: { wait: Wait; onChange: (change: "reassign" | "reschedule", interviewId: string | null) => void }): ReactNode {
  const about = <span className="visually-hidden"> {wait.who.name}</span>;
  switch (wait.kind) {
    case "decision":
      return <Link to="/roles/$roleId" params={{ roleId: wait.role_id }} search={{ tab: "debrief" }}>Go to the debrief{about}</Link>;
    case "scorecard":
      return <Button small onPress={() => onChange("reassign", wait.interview_id)}>Reassign{about}</Button>;
    case "time":
      return <Button small onPress={() => onChange("reschedule", wait.interview_id)}>Set the time{about}</Button>;
    case "next-step":
      return <Link to="/roles/$roleId" params={{ roleId: wait.role_id }} search={{ tab: "pipeline", open: wait.application_id }}>Take the next step{about}</Link>;
    case "calendar":
      return <Link to="/roles/$roleId" params={{ roleId: wait.role_id }} search={{ tab: "pipeline", open: wait.application_id }}>See where it stands{about}</Link>;
  }
}
