import type { ReactNode } from "react";
import type { Interview } from "../generated/bindings";
import { Badge } from "../kit";

/** What is to be known of how an interview was held: whether independent of others, and in a blind role whether blind. */
export function InterviewMarks({ interview }: { interview: Pick<Interview, "independent" | "blind"> }): ReactNode {
  return (
    <>
      {!interview.independent && <> <Badge tone="warn">not independent</Badge></>}
      {interview.blind !== null && <> <Badge tone={interview.blind ? "plain" : "warn"}>{interview.blind ? "blind" : "not blind"}</Badge></>}
    </>
  );
}
