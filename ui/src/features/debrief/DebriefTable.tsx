import type { ReactNode } from "react";
import type { Debrief, DebriefCell, DebriefRow } from "../../generated/bindings";
import { useStageTitle } from "../../app/StageName";
import { count, DECIDED } from "../../app/words";
import { Badge, percentText, scoreText } from "../../kit";
import { bracketIndent, BracketLanes } from "../../kit/charts/BracketLanes";
import { bandSentence, brackets, laneCount, piecesOfRow, type BracketPiece } from "../../kit/charts/brackets";
import { cellSentence, isPart, notAssessed, totalSentence } from "./cellText";
import styles from "./DebriefTable.module.css";
import { Strip, Total, TotalAxis } from "./Marks";
import type { Shape } from "./scale";
import { WeightHead } from "./WeightHead";
import { useCellWalk } from "./useCellWalk";
import type { Trial } from "./whatif";

/** What is opened: a candidate's row, and within it one assessment, or the whole. */
export type Opened = { applicationId: string; assessmentId: string | null };

type Props = {
  debrief: Debrief;
  shapes: Map<string, Shape>;
  weights: Trial[];
  onWeight: (index: number, weight: number) => void;
  opened: Opened | null;
  onOpen: (opened: Opened) => void;
};

/** Candidates by assessments. One walks with the arrows; Enter or a click opens what stands behind a cell. */
export function DebriefTable(props: Props): ReactNode {
  const { debrief, weights, onWeight } = props;
  const { assessments } = debrief.plan;
  const { table, at, setAt, onKeyDown } = useCellWalk(debrief.rows.length, assessments.length + 2);
  const drawn = brackets(debrief.rows.map((row) => row.bands));
  const lanes = laneCount(drawn);
  const stageTitle = useStageTitle(debrief.role.id);
  return (
    <table ref={table} className={styles.table} onKeyDown={onKeyDown}>
      <caption className="visually-hidden">Debrief of {debrief.role.title}: candidates by assessments</caption>
      <thead>
        <tr>
          <th scope="col" className={styles.who} style={{ paddingLeft: bracketIndent(lanes) + 8 }}>Candidate</th>
          {assessments.map((assessment, index) => (
            <th key={assessment.id} scope="col">
              <WeightHead assessment={assessment} weight={weights[index]?.weight ?? assessment.weight} onChange={(weight) => onWeight(index, weight)} />
            </th>
          ))}
          <th scope="col" className={styles.end}>Covered</th>
          <th scope="col">
            <span className={styles.totalRow}><span className={styles.totalFigure}>Total</span><TotalAxis /></span>
          </th>
        </tr>
      </thead>
      <tbody>
        {debrief.rows.map((row, index) => (
          <Row key={row.application_id} {...props} row={row} stage={stageTitle(row.stage)} index={index} pieces={piecesOfRow(drawn, index)} lanes={lanes} at={at} onAt={setAt} />
        ))}
      </tbody>
    </table>
  );
}

type RowProps = Props & { row: DebriefRow; stage: string; index: number; pieces: BracketPiece[]; lanes: number; at: [number, number]; onAt: (at: [number, number]) => void };

function Row(props: RowProps): ReactNode {
  const { debrief, row, stage, index, pieces, lanes, opened } = props;
  const { assessments } = debrief.plan;
  const tied = bandSentence(debrief.rows, index);
  const isOpen = opened?.applicationId === row.application_id;
  return (
    <tr className={isOpen ? styles.open : undefined}>
      <th scope="row" className={styles.who}>
        <div className={styles.name} style={{ paddingLeft: bracketIndent(lanes) }}>
          <BracketLanes pieces={pieces} lanes={lanes} />
          <CellButton {...props} column={0} assessmentId={null} label={`${row.candidate_name}, ${stage}${tied ? `, ${tied}` : ""}`}>
            <span className={styles.candidate}>{row.candidate_name}</span>
            <RowNotes row={row} stage={stage} />
          </CellButton>
        </div>
      </th>
      {row.closed ? (
        <td colSpan={assessments.length + 2} className={styles.closed}>
          Closed to you: you have an open interview here. Ratings open when you have submitted.
        </td>
      ) : (
        <>
          {assessments.map((assessment, i) => (
            <Cell key={assessment.id} {...props} column={i + 1} title={assessment.title} assessmentId={assessment.id} cell={row.cells.find((c) => c.assessment_id === assessment.id)} />
          ))}
          <td className={styles.covered}>{percentText(row.coverage)}</td>
          <td className={styles.totalCell}>
            <CellButton {...props} column={assessments.length + 1} assessmentId={null} label={`${totalSentence(row)}. Explain`}>
              {row.score === null ? <em className={styles.muted}>no score yet</em> : <span className={styles.totalRow}><strong className={`${styles.score} ${styles.totalFigure}`}>{scoreText(row.score)}</strong><Total score={row.score} corrected={row.corrected} interval={row.interval} /></span>}
            </CellButton>
          </td>
        </>
      )}
    </tr>
  );
}

/** What stands under a name: stage or decision, flags, what is still open. */
function RowNotes({ row, stage }: { row: DebriefRow; stage: string }): ReactNode {
  return (
    <span className={styles.notes}>
      {row.decision ? DECIDED[row.decision] : stage}
      {row.interviews_open > 0 && <> · {count(row.interviews_open, "interview")} open</>}
      {row.flags !== null && row.flags > 0 && <> · <Badge tone="warn">{count(row.flags, "red flag")}</Badge></>}
    </span>
  );
}

function Cell(props: RowProps & { column: number; title: string; assessmentId: string; cell: DebriefCell | undefined }): ReactNode {
  const { row, cell, title, shapes, opened } = props;
  if (!cell) return <td className={styles.unassessed}><em>not in this plan</em></td>;
  const isOpen = opened?.applicationId === row.application_id && opened.assessmentId === props.assessmentId;
  return (
    <td className={`${cell.score === null ? styles.unassessed : ""} ${isOpen ? styles.openCell : ""}`}>
      <CellButton {...props} label={`${cellSentence(row, cell, title)}. Explain`}>
        {cell.score === null ? (
          <em className={styles.hatchText}>{notAssessed(cell)}</em>
        ) : (
          <>
            <span className={styles.scoreLine}>
              <strong className={styles.score}>{scoreText(cell.score)}</strong>
              <span className={styles.small}>
                {cell.gap ? <span className={styles.gap}>apart</span> : null}
                {isPart(cell.coverage) ? ` ${percentText(cell.coverage)}` : ""}
                {cell.raters.some((r) => !r.independent) ? " ≠" : ""}
              </span>
            </span>
            <Strip raters={cell.raters} shapes={shapes} gap={cell.gap === true} />
          </>
        )}
      </CellButton>
    </td>
  );
}

function CellButton({ row, index, column, assessmentId, label, at, onAt, onOpen, children }: RowProps & { column: number; assessmentId: string | null; label: string; children: ReactNode }): ReactNode {
  return (
    <button
      type="button"
      className={styles.cell}
      data-cell
      data-row={index}
      data-column={column}
      tabIndex={at[0] === index && at[1] === column ? 0 : -1}
      onFocus={() => onAt([index, column])}
      onClick={() => onOpen({ applicationId: row.application_id, assessmentId })}
    >
      <span className="visually-hidden">{label}</span>
      <span className={styles.seen} aria-hidden="true">{children}</span>
    </button>
  );
}
