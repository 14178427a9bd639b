import type { ReactNode } from "react";
import type { AssessmentOrder, Deviations } from "../../generated/bindings";
import { count } from "../../app/words";
import { Disclosure, Ledger, Note, Section, Stack } from "../../kit";
import { joinNames } from "../../kit/charts/brackets";
import { DotPlot } from "../../kit/charts/DotPlot";
import { Figure } from "../../kit/charts/Figure";
import { aroundNought } from "../../kit/charts/scale";
import styles from "./Measurement.module.css";
import { canTell, offsetRows, offsetTable, raterGroups, reach } from "./severity";

/** For each assessment how strict its raters are, or why that cannot be told. */
export function SeveritySection({ assessments, nameOf }: { assessments: AssessmentOrder[]; nameOf: (applicationId: string) => string }): ReactNode {
  return (
    <Section title="How strict the raters are" note="Whether a strict interviewer may have cost somebody their place. Each assessment is looked at by itself; a line is two standard deviations either way.">
      <Stack>
        {assessments.map((one) => (
          <OneAssessment key={one.assessment_id} assessment={one} nameOf={nameOf} />
        ))}
      </Stack>
    </Section>
  );
}

function OneAssessment({ assessment, nameOf }: { assessment: AssessmentOrder; nameOf: (applicationId: string) => string }): ReactNode {
  const { raters, title } = assessment;
  const groups = raterGroups(raters);
  const apart = assessment.comparable_candidates.map((group) => group.map(nameOf));
  return (
    <Stack tight>
      {canTell(assessment.verdict) ? (
        <Figure title={title} note={assessment.sentence} table={offsetTable(raters)}>
          <DotPlot label={`How strict the raters of ${title} are`} nameHead="Rater" rows={offsetRows(raters)} domain={aroundNought(raters.filter((rater) => !rater.untold).flatMap(reach), 1)} heads={["Points ± deviation"]} zero={{ left: "stricter", right: "milder" }} />
        </Figure>
      ) : (
        <div>
          <h3 className={styles.plain}>{title}</h3>
          <Note>{assessment.sentence}</Note>
        </div>
      )}
      {assessment.scorecards_left_out > 0 && <Note small>{count(assessment.scorecards_left_out, "scorecard")} left out: given by another rubric or scale, or a second one of the same rater.</Note>}
      {assessment.exact && <Note small>{assessment.exact}</Note>}
      {groups.length > 0 && <Note small>Raters who can be compared among themselves only: {groups.map(joinNames).join("; ")}.</Note>}
      {apart.length > 1 && <Note small>Candidates who can be compared among themselves only: {apart.map(joinNames).join("; ")}.</Note>}
      {assessment.deviations && <Exact assessment={assessment} deviations={assessment.deviations} />}
    </Stack>
  );
}

function Exact({ assessment, deviations }: { assessment: AssessmentOrder; deviations: Deviations }): ReactNode {
  return (
    <Disclosure title={`Exact figures of ${assessment.title}`}>
      <Ledger
        rows={[
          { id: "rater", what: "Raters differ by", value: points(deviations.rater) },
          { id: "halo", what: "What one rater sees in one candidate differs by", value: points(deviations.halo) },
          { id: "profile", what: "A candidate's criteria differ by", value: points(deviations.profile) },
          { id: "residual", what: "The rest", value: points(deviations.residual) },
          ...assessment.criteria.map((one) => ({ id: one.criterion, what: one.title, value: `mean ${one.mean.toFixed(2)} ± ${one.sd === null ? "unknown" : one.sd.toFixed(2)}`, note: "over candidates and raters: low is difficult" })),
        ]}
      />
    </Disclosure>
  );
}

function points(deviation: number): string {
  return `${deviation.toFixed(2)} points (standard deviation)`;
}
