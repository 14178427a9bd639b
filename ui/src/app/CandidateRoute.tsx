import type { ReactNode } from "react";
import { CandidateScreen } from "../features/candidates/CandidateScreen";
import { DecisionList } from "../features/decisions/DecisionList";
import { CandidateDossier } from "../features/dossiers/CandidateDossier";
import { GivenGroups } from "../features/fairness/GivenGroups";
import { type Chosen, Facts } from "../features/portfolio/Facts";
import { Portfolio } from "../features/portfolio/Portfolio";
import { PortfolioInspector } from "../features/portfolio/PortfolioInspector";
import { CandidateScorecards } from "../features/scorecards/CandidateScorecards";
import { SubmissionsTab } from "../features/submissions/SubmissionsTab";

/** A candidate's page put together from the features that do not know each other. */
export function CandidateRoute(): ReactNode {
  return (
    <CandidateScreen<Chosen>
      scorecards={(candidate) => <CandidateScorecards candidateId={candidate.id} />}
      decisions={(candidate) => <DecisionList decisions={candidate.decisions} />}
      dossier={(candidate) => <CandidateDossier candidate={candidate} />}
      portfolio={(candidate) => <Portfolio candidate={candidate} />}
      submissions={(candidate) => <SubmissionsTab candidate={candidate} />}
      given={(candidate) => <GivenGroups candidate={candidate} />}
      facts={(candidate, onChoose) => <Facts candidate={candidate} onChoose={onChoose} />}
      inspector={(candidate, chosen, onChoose, onClose) => <PortfolioInspector candidate={candidate} chosen={chosen} onChoose={onChoose} onClose={onClose} />}
    />
  );
}
