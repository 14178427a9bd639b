import type { ReactNode } from "react";
import { ScorecardScreen } from "../features/scorecards/ScorecardScreen";
import { HandedIn } from "../features/submissions/HandedIn";

/** A scorecard with what was handed in for it, from features that do not know each other. */
export function ScorecardRoute(): ReactNode {
  return <ScorecardScreen beside={(interviewId, criterion, onCite) => <HandedIn interviewId={interviewId} criterion={criterion} onCite={onCite} />} />;
}
