import type { ReactNode } from "react";
import styles from "./DotMarks.module.css";
import { place, stretch, ticks, type Domain } from "./scale";

/** One mark with its interval. A mark is told from another by its shape and its height, not by its colour. */
export type DotMark = { look: "dot" | "diamond"; value: number | null; interval: readonly [number, number] | null };

const TICKS = 5;

/** The marks of one row over the guides of its axis; two marks stand one over the other. As high as the row. */
export function DotMarks({ marks, domain, zero }: { marks: DotMark[]; domain: Domain; zero: boolean }): ReactNode {
  return (
    <svg className={styles.marks} aria-hidden="true">
      {ticks(domain, TICKS).map((tick) => {
        const x = `${place(tick, domain)}%`;
        return <line key={tick} x1={x} x2={x} y1="0%" y2="100%" className={zero && tick === 0 ? styles.zero : styles.guide} />;
      })}
      {marks.map((mark, index) => (
        <svg key={mark.look} y={`${(100 * (index + 1)) / (marks.length + 1)}%`} className={styles.at}>
          <Mark mark={mark} domain={domain} />
        </svg>
      ))}
    </svg>
  );
}

function Mark({ mark, domain }: { mark: DotMark; domain: Domain }): ReactNode {
  if (mark.value === null) return null;
  return (
    <>
      {mark.interval && <Interval interval={mark.interval} domain={domain} line={(mark.look === "dot" ? styles.interval : styles.plain) ?? ""} />}
      <svg x={`${place(mark.value, domain)}%`} className={styles.at}>
        <MarkShape look={mark.look} />
      </svg>
    </>
  );
}

/** The shape of a mark round the origin: a filled dot, or an open diamond. */
export function MarkShape({ look }: { look: DotMark["look"] }): ReactNode {
  if (look === "dot") return <circle r={4.5} className={styles.dot} />;
  return <path d="M0 -5 L5 0 L0 5 L-5 0 Z" className={styles.diamond} />;
}

function Interval({ interval, domain, line }: { interval: readonly [number, number]; domain: Domain; line: string }): ReactNode {
  const { from, to, cut } = stretch(interval, domain);
  return (
    <>
      <line x1={`${from}%`} x2={`${to}%`} y1={0} y2={0} className={line} />
      {[from, to].map((end, i) => !cut[i] && <line key={i} x1={`${end}%`} x2={`${end}%`} y1={-4} y2={4} className={line} />)}
    </>
  );
}

/** The figures along the axis. */
export function PlotAxis({ domain }: { domain: Domain }): ReactNode {
  return (
    <svg className={styles.figures} height={16} aria-hidden="true">
      {ticks(domain, TICKS).map((tick) => (
        <text key={tick} x={`${place(tick, domain)}%`} y={12} textAnchor="middle">{domain[0] < 0 && tick > 0 ? `+${tick}` : String(tick).replace("-", "−")}</text>
      ))}
    </svg>
  );
}

/** Which mark stands for what; `alone` is a mark without an interval. */
export function DotLegend({ items }: { items: { look: DotMark["look"]; words: string; alone?: boolean }[] }): ReactNode {
  return (
    <ul className={styles.legend}>
      {items.map((item) => (
        <li key={item.look}>
          <svg width={item.alone ? 12 : 28} height="12" viewBox={item.alone ? "-6 -6 12 12" : "-14 -6 28 12"} aria-hidden="true">
            {!item.alone && <line x1={-13} x2={13} y1={0} y2={0} className={item.look === "dot" ? styles.interval : styles.plain} />}
            <MarkShape look={item.look} />
          </svg>
          {item.words}
        </li>
      ))}
    </ul>
  );
}
