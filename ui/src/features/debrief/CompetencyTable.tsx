import type { ReactNode } from "react";
import type { CompetencyCell, CompetencyMatrix, CompetencyRow, MatrixCompetency } from "../../generated/bindings";
import { count } from "../../app/words";
import { classes, levelClass, percentText, scoreText } from "../../kit";
import { isPart } from "./cellText";
import styles from "./Heat.module.css";
import { useCellWalk } from "./useCellWalk";

/** Which cell is open. */
export type OpenedCompetency = { applicationId: string; slug: string };

/** The heat map. One walks with the arrows; Enter or a click opens what stands behind a cell. */
export function CompetencyTable({ matrix, opened, onOpen }: { matrix: CompetencyMatrix; opened: OpenedCompetency | null; onOpen: (opened: OpenedCompetency) => void }): ReactNode {
  const { table, at, setAt, onKeyDown } = useCellWalk(matrix.rows.length, matrix.competencies.length);
  return (
    <table ref={table} className={styles.table} onKeyDown={onKeyDown}>
      <caption className="visually-hidden">Candidates by competencies</caption>
      <thead>
        <tr>
          <th scope="col" className={styles.who}>Candidate</th>
          {matrix.competencies.map((one) => <th key={one.slug} scope="col">{one.title}{!one.asked && <span className={styles.small}> (not asked for)</span>}</th>)}
        </tr>
      </thead>
      <tbody>
        {matrix.rows.map((row, index) => (
          <tr key={row.application_id}>
            <th scope="row" className={styles.who}>{row.candidate_name}</th>
            {row.cells.map((cell, column) => {
              const competency = matrix.competencies[column];
              if (!competency) return null;
              const isOpen = opened?.applicationId === row.application_id && opened.slug === competency.slug;
              return (
                <td key={competency.slug}>
                  <button
                    type="button"
                    className={classes(styles.cell, fill(cell), isOpen && styles.open)}
                    data-cell
                    data-row={index}
                    data-column={column}
                    tabIndex={at[0] === index && at[1] === column ? 0 : -1}
                    onFocus={() => setAt([index, column])}
                    onClick={() => onOpen({ applicationId: row.application_id, slug: competency.slug })}
                  >
                    <span className="visually-hidden">{sentence(row, competency, cell)}. Explain</span>
                    <span className={styles.seen} aria-hidden="true"><CellText cell={cell} /></span>
                  </button>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The figure and what it rests on; what is unknown is said. */
export function CellText({ cell }: { cell: CompetencyCell }): ReactNode {
  if (cell.score === null) return <em>not assessed</em>;
  return (
    <>
      <span className={styles.figure}>{scoreText(cell.score)}</span>
      <span className={styles.base}>{count(cell.ratings, "rating")}{isPart(cell.coverage) && `, ${percentText(cell.coverage)}`}</span>
    </>
  );
}

/** The class that fills a cell: its level, or hatched where nobody has rated it. */
export function fill(cell: CompetencyCell): string {
  return cell.score === null ? styles.unknown ?? "" : levelClass(cell.score);
}

function sentence(row: CompetencyRow, competency: MatrixCompetency, cell: CompetencyCell): string {
  if (cell.score === null) return `${row.candidate_name}, ${competency.title}: not assessed`;
  return `${row.candidate_name}, ${competency.title}: ${scoreText(cell.score)}, ${count(cell.ratings, "rating")}, ${percentText(cell.coverage)} assessed`;
}
