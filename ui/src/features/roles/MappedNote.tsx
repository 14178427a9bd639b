import type { ReactNode } from "react";
import type { CompetencyCoverage } from "../../generated/bindings";
import { useRead } from "../../app/queries";
import type { Column } from "./CoverageMatrix";
import styles from "./CoverageMatrix.module.css";

/** Which criteria observe something else in this plan than their rubrics say. */
export function MappedNote({ assessments, coverage }: { assessments: readonly Column[]; coverage: CompetencyCoverage[] }): ReactNode {
  return assessments.filter((one) => one.mapping.length > 0).map((one) => <Mapped key={one.key} assessment={one} coverage={coverage} />);
}

function Mapped({ assessment, coverage }: { assessment: Column; coverage: CompetencyCoverage[] }): ReactNode {
  const rubric = useRead("rubricShow", [assessment.rubric_id, assessment.rubric_version]);
  const criterion = (id: string) => rubric.data?.criteria.find((one) => one.id === id)?.title ?? id;
  const competency = (slug: string) => coverage.find((row) => row.slug === slug)?.title ?? slug;
  const said = assessment.mapping.map((one) => `"${criterion(one.criterion)}" observes ${competency(one.competency)}`);
  return <p className={styles.none}>Mapped for this plan, in {assessment.title}: {said.join("; ")}.</p>;
}
