import type { ReactNode } from "react";
import { useRead } from "../../app/queries";
import { RECOMMENDATIONS } from "../../app/words";
import { Badge, scoreText } from "../../kit";

/** The score and the recommendation of a submitted scorecard; closed is said as closed. */
export function CardScore({ interviewId }: { interviewId: string }): ReactNode {
  const query = useRead("scorecardShow", [interviewId]);
  if (query.error?.code === "closed-to-viewer") return <Badge tone="warn">Closed to you until you have submitted</Badge>;
  if (query.error) return query.error.message;
  const latest = query.data?.[0];
  if (!latest) return null;
  return (
    <>
      <strong>{scoreText(latest.score)}</strong>, {RECOMMENDATIONS[latest.recommendation].toLowerCase()}
      {latest.version > 1 && <> <Badge>version {latest.version}</Badge></>}
      {latest.typed_in_by && <> <Badge>typed in by {latest.typed_in_by}</Badge></>}
    </>
  );
}
