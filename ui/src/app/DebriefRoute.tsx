import type { ReactNode } from "react";
import { WalkScreen } from "../features/debrief/walk/WalkScreen";
import { DecidePanel } from "../features/decisions/DecidePanel";

/** The debrief of one application, put together from the features that do not know each other. */
export function DebriefRoute(): ReactNode {
  return <WalkScreen decide={(row, plan, onDone) => <DecidePanel row={row} plan={plan} onDone={onDone} />} />;
}
