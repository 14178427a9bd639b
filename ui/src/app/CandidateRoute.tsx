import type { ReactNode } from "react";
import { CandidateScreen } from "../features/candidates/CandidateScreen";
import { DecisionList } from "../features/decisions/DecisionList";
import { CandidateScorecards } from "../features/scorecards/CandidateScorecards";

/** A candidate's page put together from the features that do not know each other. */
export function CandidateRoute(): ReactNode {
  return <CandidateScreen scorecards={(candidate) => <CandidateScorecards candidateId={candidate.id} />} decisions={(candidate) => <DecisionList decisions={candidate.decisions} />} />;
}
