import type { ReactNode } from "react";
import type { CompetencyCell, CompetencyRow, Explanation, MatrixCompetency } from "../../generated/bindings";
import { useRead } from "../../app/queries";
import { count } from "../../app/words";
import { BigFigure, Inspector, Loaded, percentText, scoreText, SumTable } from "../../kit";
import { Criterion } from "./ExplainPane";
import styles from "./Heat.module.css";

/** What stands behind one competency of one candidate: each criterion with its share and mean, down to ratings and notes. */
export function CompetencyPane({ row, competency, cell, onClose }: { row: CompetencyRow; competency: MatrixCompetency; cell: CompetencyCell; onClose: () => void }): ReactNode {
  const query = useRead("debriefExplain", [row.application_id, null]);
  return (
    <Inspector title={`${row.candidate_name}: ${competency.title}`} onClose={onClose}>
      <section>
        <BigFigure>{scoreText(cell.score)}</BigFigure>
        <p>{cell.score === null ? "Nobody has rated a criterion that observes it." : `${count(cell.ratings, "rating")} by ${count(cell.raters, "person", "people")}; ${percentText(cell.coverage)} of what observes it was assessed.`}</p>
        <SumTable heads={["Criterion", "Share", "Mean"]}>
          {cell.parts.map((part) => (
            <tr key={`${part.assessment_id} ${part.criterion}`}>
              <th scope="row">{part.title} <span className={styles.small}>{part.assessment_title}</span></th>
              <td>{percentText(part.weight)}</td>
              <td>{part.mean === null ? <em>not assessed</em> : scoreText(part.mean)}</td>
            </tr>
          ))}
        </SumTable>
      </section>
      <Loaded query={query} rows={4}>{(explanation) => <Notes cell={cell} explanation={explanation} />}</Loaded>
    </Inspector>
  );
}

function Notes({ cell, explanation }: { cell: CompetencyCell; explanation: Explanation }): ReactNode {
  return (
    <div>
      {cell.parts.map((part) => {
        const of = explanation.parts.find((one) => one.assessment_id === part.assessment_id);
        const criterion = of?.criteria.find((one) => one.criterion === part.criterion);
        return of && criterion && criterion.ratings.length > 0 ? <Criterion key={`${part.assessment_id} ${part.criterion}`} criterion={criterion} cards={of.scorecards} /> : null;
      })}
    </div>
  );
}
