import type { ReactNode } from "react";
import type { RaterMark } from "../../generated/bindings";
import { placeMarks, position, type Shape } from "./scale";
import styles from "./Marks.module.css";

const WIDTH = 92;
const HEIGHT = 18;
const INSET = 6;
const BASE = 12;
const APART = 8;
const LIFT = 7;
const TOTAL = 132;

/** The raters' marks of a cell on the scale from 1 to 5: who by shape, how high by place; a notch where two differ by two levels or more. */
export function Strip({ raters, shapes, gap }: { raters: RaterMark[]; shapes: Map<string, Shape>; gap: boolean }): ReactNode {
  const placed = placeMarks(raters, 5, WIDTH, INSET, APART);
  const from = placed[0]?.x ?? 0;
  const to = placed[placed.length - 1]?.x ?? 0;
  return (
    <svg className={styles.strip} width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <line x1={INSET} x2={WIDTH - INSET} y1={BASE} y2={BASE} className={styles.axis} />
      {[1, 2, 3, 4, 5].map((level) => (
        <line key={level} x1={position(level, 5, WIDTH, INSET)} x2={position(level, 5, WIDTH, INSET)} y1={BASE - 2} y2={BASE + 2} className={styles.axis} />
      ))}
      {gap && <path d={`M${from} ${BASE + 2} V${HEIGHT - 1} H${to} V${BASE + 2}`} className={styles.notch} />}
      {placed.map(({ mark, x, stack }) => (
        <Mark key={mark.scorecard_id} shape={shapes.get(mark.person_id)} x={x} y={BASE - stack * LIFT} />
      ))}
    </svg>
  );
}

/** One rater's shape, centred on a place. */
export function Mark({ shape, x, y }: { shape: Shape | undefined; x: number; y: number }): ReactNode {
  const look = shape?.open ? styles.open : styles.filled;
  switch (shape?.name) {
    case "square":
      return <rect x={x - 3.2} y={y - 3.2} width={6.4} height={6.4} className={look} />;
    case "triangle":
      return <path d={`M${x} ${y - 4} L${x + 4} ${y + 3.2} L${x - 4} ${y + 3.2} Z`} className={look} />;
    case "diamond":
      return <path d={`M${x} ${y - 4.4} L${x + 4.4} ${y} L${x} ${y + 4.4} L${x - 4.4} ${y} Z`} className={look} />;
    case "cross":
      return <path d={`M${x - 3.2} ${y - 3.2} L${x + 3.2} ${y + 3.2} M${x + 3.2} ${y - 3.2} L${x - 3.2} ${y + 3.2}`} className={styles.cross} />;
    default:
      return <circle cx={x} cy={y} r={3.6} className={look} />;
  }
}

/** Which shape is whose. */
export function Legend({ raters, shapes }: { raters: { person_id: string; name: string }[]; shapes: Map<string, Shape> }): ReactNode {
  return (
    <ul className={styles.legend} aria-label="Raters' marks">
      {raters.map((rater) => (
        <li key={rater.person_id}>
          <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
            <Mark shape={shapes.get(rater.person_id)} x={6} y={6} />
          </svg>
          {rater.name}
        </li>
      ))}
    </ul>
  );
}

/** The total as a dot, the corrected one as a ring, with the interval of the latter where there is one; all rows share one axis from 1 to 5. */
export function Total({ score, corrected, interval }: { score: number; corrected: number | null; interval: [number, number] | null }): ReactNode {
  const at = (value: number) => position(value, 5, TOTAL, 8);
  return (
    <svg className={styles.total} width={TOTAL} height={24} viewBox={`0 0 ${TOTAL} 24`} aria-hidden="true">
      {[1, 2, 3, 4, 5].map((level) => (
        <line key={level} x1={at(level)} x2={at(level)} y1={0} y2={24} className={styles.guide} />
      ))}
      {interval && <line x1={at(interval[0])} x2={at(interval[1])} y1={12} y2={12} className={styles.interval} />}
      {interval && interval.map((end, i) => <line key={i} x1={at(end)} x2={at(end)} y1={8} y2={16} className={styles.interval} />)}
      <circle cx={at(score)} cy={12} r={4.5} className={styles.dot} />
      {corrected !== null && <circle cx={at(corrected)} cy={12} r={6} className={styles.ring} />}
    </svg>
  );
}

/** The figures of the axis over the totals. */
export function TotalAxis(): ReactNode {
  return (
    <svg width={TOTAL} height={14} viewBox={`0 0 ${TOTAL} 14`} aria-hidden="true" className={styles.figures}>
      {[1, 2, 3, 4, 5].map((level) => (
        <text key={level} x={position(level, 5, TOTAL, 8)} y={11} textAnchor="middle">{level}</text>
      ))}
    </svg>
  );
}
