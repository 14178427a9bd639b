import type { ReactNode } from "react";
import { DebriefTab } from "../features/debrief/DebriefTab";
import { Explained } from "../features/debrief/ExplainPane";
import { DecideDialog } from "../features/decisions/DecideDialog";
import { RoleDossier } from "../features/dossiers/RoleDossier";
import { FairnessPart } from "../features/fairness/FairnessPart";
import { FiguresTab } from "../features/figures/FiguresTab";
import { ApplicationInterviews } from "../features/interviews/ApplicationInterviews";
import { RoleInterviews } from "../features/interviews/RoleInterviews";
import { MeasurementTab } from "../features/measurement/MeasurementTab";
import { OutcomesPart } from "../features/outcomes/OutcomesPart";
import { RoleScreen } from "../features/roles/RoleScreen";

/** A role's page put together from the features that do not know each other. */
export function RoleRoute(): ReactNode {
  return (
    <RoleScreen
      interviews={(application, role) => <ApplicationInterviews application={application} assessments={role.plan.assessments} />}
      allInterviews={(role) => <RoleInterviews roleId={role.summary.id} />}
      debrief={(role) => <DebriefTab role={role} decide={(row, plan, onClose) => <DecideDialog row={row} plan={plan} onClose={onClose} />} />}
      figures={(role) => <FiguresTab role={role} />}
      dossier={(role) => <RoleDossier role={role} />}
      measurement={(role) => (
        <MeasurementTab
          role={role}
          ratings={(applicationId, planVersion) => <Explained applicationId={applicationId} assessmentId={null} planVersion={planVersion} />}
          fairness={<FairnessPart roleId={role.summary.id} />}
          outcomes={<OutcomesPart roleId={role.summary.id} />}
        />
      )}
    />
  );
}
