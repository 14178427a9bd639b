import type { ReactNode } from "react";
import { classes } from "../classes";
import { bracketIndent, BracketLanes } from "./BracketLanes";
import { brackets, laneCount, piecesOfRow, type BracketPiece } from "./brackets";
import styles from "./DotPlot.module.css";
import { DotMarks, PlotAxis, type DotMark } from "./DotMarks";
import type { Domain } from "./scale";
import { useRowKeys } from "./useRowKeys";

/** One row of a dot plot: whose, its marks, its figures, and all of it in a sentence for who does not see it. */
export type DotRow = {
  id: string;
  name: string;
  /** A few words under the name. */
  note?: ReactNode;
  marks: DotMark[];
  /** One for each of `heads`. */
  figures: ReactNode[];
  sentence: string;
  /** Groups of rows that are not told apart; brackets at the left join them. */
  bands?: number[];
};

type Props = {
  label: string;
  /** Over the names. */
  nameHead: string;
  rows: DotRow[];
  domain: Domain;
  /** Heads of the columns of figures. */
  heads: string[];
  /** A line across all rows, with what lies to its left and to its right. */
  zero?: { left: string; right: string };
  onOpen?: (id: string) => void;
  openId?: string | null;
};

/** Rows on one common axis: marks with their intervals, figures beside them. One walks with the arrows; Enter opens a row. */
export function DotPlot(props: Props): ReactNode {
  const { label, nameHead, rows, domain, heads, zero, onOpen } = props;
  const drawn = brackets(rows.map((row) => row.bands ?? []));
  const lanes = laneCount(drawn);
  const keys = useRowKeys(rows.length);
  return (
    <div className={styles.frame}>
      <div className={styles.plot} style={{ gridTemplateColumns: `minmax(136px, 220px) minmax(144px, 1fr)${" max-content".repeat(heads.length)}` }}>
        <div className={styles.heads} aria-hidden="true">
          <span style={{ paddingLeft: indent(lanes) }}>{nameHead}</span>
          <span className={styles.axis}>
            <PlotAxis domain={domain} />
            {zero && <span className={styles.ends}><span>{zero.left}</span><span>{zero.right}</span></span>}
          </span>
          {heads.map((head) => <span key={head} className={styles.end}>{head}</span>)}
        </div>
        <ul aria-label={label} className={styles.rows} onKeyDown={onOpen && keys.onKeyDown}>
          {rows.map((row, index) => (
            <li key={row.id} className={classes(styles.row, props.openId === row.id && styles.open)}>
              {onOpen ? (
                <button type="button" className={styles.button} onClick={() => onOpen(row.id)} {...keys.rowProps(index)}>
                  <RowContent {...props} row={row} pieces={piecesOfRow(drawn, index)} lanes={lanes} />
                </button>
              ) : (
                <RowContent {...props} row={row} pieces={piecesOfRow(drawn, index)} lanes={lanes} />
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** Where names begin: behind the brackets, where there are any. */
function indent(lanes: number): number {
  return lanes === 0 ? 0 : bracketIndent(lanes) + 4;
}

function RowContent({ row, domain, zero, pieces, lanes, onOpen }: Props & { row: DotRow; pieces: BracketPiece[]; lanes: number }): ReactNode {
  return (
    <>
      <span className="visually-hidden">{row.sentence}{onOpen && ". Explain"}</span>
      <span className={styles.name} style={{ paddingLeft: indent(lanes) }} aria-hidden="true">
        <BracketLanes pieces={pieces} lanes={lanes} />
        <span className={styles.words}>
          <span className={styles.title}>{row.name}</span>
          {row.note && <span className={styles.note}>{row.note}</span>}
        </span>
      </span>
      <span className={styles.marks} aria-hidden="true"><DotMarks marks={row.marks} domain={domain} zero={zero !== undefined} /></span>
      {row.figures.map((figure, index) => <span key={index} className={styles.figure} aria-hidden="true">{figure}</span>)}
    </>
  );
}
