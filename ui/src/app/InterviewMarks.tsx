import type { ReactNode } from "react";
import type { Interview } from "../generated/bindings";
import { Badge } from "../kit";
import styles from "./InterviewMarks.module.css";

/** What is to be known of how an interview was held: whether independent of others, and in a blind role whether blind. */
export function InterviewMarks({ interview: { independent, blind } }: { interview: Pick<Interview, "independent" | "blind"> }): ReactNode {
  if (independent && blind === null) return null;
  return (
    <>
      {" "}
      <span className={styles.marks}>
        {!independent && <Badge tone="warn">not independent</Badge>}
        {blind !== null && <Badge tone={blind ? "plain" : "warn"}>{blind ? "blind" : "not blind"}</Badge>}
      </span>
    </>
  );
}
