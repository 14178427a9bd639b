import { useId, useState, type ReactNode } from "react";
import type { AgreementFigures, AssessmentAgreement } from "../../generated/bindings";
import { useRead } from "../../app/queries";
import { ButtonLink, Checkbox, Disclosure, EmptyState, Loaded, Note, PageBody, Scroll, Section, Stack } from "../../kit";
import { Figure } from "../../kit/charts/Figure";
import { HeatMap } from "../../kit/charts/HeatMap";
import { PlainTable, type FigureTable } from "../../kit/charts/PlainTable";
import { coefficientTable, criteriaTable, pairRows, pairsTable, ratersOf } from "./agreement";
import { PartHead } from "./PartHead";

/** Whether the raters see the same: a sentence first, then by assessment, pair and criterion. */
export function AgreementPart({ roleId }: { roleId: string }): ReactNode {
  const query = useRead("measureAgreement", [roleId]);
  return (
    <Loaded query={query} rows={8}>
      {(found) => (
        <Scroll>
          {found.left_out.closed === 0 && found.assessments.every((one) => one.all === null) ? (
            <EmptyState title="Nobody's ratings to compare yet" action={<ButtonLink to={`/roles/${roleId}?tab=interviews`}>Go to the interviews</ButtonLink>}>
              Two scorecards of the same assessment of one candidate are the least that says anything.
            </EmptyState>
          ) : (
            <PageBody>
              <PartHead sentence="Whether interviewers who rated the same candidate see the same, assessment by assessment." leftOut={found.left_out} />
              {found.assessments.map((one) => <OneAssessment key={one.assessment_id} assessment={one} />)}
            </PageBody>
          )}
        </Scroll>
      )}
    </Loaded>
  );
}

function OneAssessment({ assessment }: { assessment: AssessmentAgreement }): ReactNode {
  const { all, pairs } = assessment;
  return (
    <Section title={assessment.title}>
      <p>{all?.sentence ?? "Nobody has been rated here yet."}</p>
      {all && pairs.length > 0 && <Figures assessment={assessment} all={all} />}
    </Section>
  );
}

function Figures({ assessment, all }: { assessment: AssessmentAgreement; all: AgreementFigures }): ReactNode {
  const { pairs } = assessment;
  const [full, setFull] = useState(false);
  const inFull = <Checkbox isSelected={full} onChange={setFull}>With 95% intervals, and why a figure is none</Checkbox>;
  return (
    <Stack>
      <Figure title="Pair by pair" note="How many levels the rater of the row stands above (+) or below (−) the rater of the column, on average. The stronger the shade, the further apart." table={pairsTable(pairs, full)} over={inFull}>
        <HeatMap label={`How far apart the raters of ${assessment.title} are`} corner="Rater" columns={ratersOf(pairs)} rows={pairRows(pairs)} />
      </Figure>
      {all.one_more && <p>{all.one_more}</p>}
      <Stack tight>
        <Folded title="Criterion by criterion" table={criteriaTable(assessment, full)} over={inFull} />
        <Folded title="Exact figures" table={coefficientTable(all)} note={all.basis} />
      </Stack>
    </Stack>
  );
}

function Folded({ title, table, note, over }: { title: string; table: FigureTable; note?: string; over?: ReactNode }): ReactNode {
  const id = useId();
  return (
    <Disclosure title={<span id={id}>{title}</span>}>
      {note && <Note small>{note}</Note>}
      {over}
      <PlainTable labelledBy={id} table={table} />
    </Disclosure>
  );
}
