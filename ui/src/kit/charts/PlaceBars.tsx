import type { ReactNode } from "react";
import { percentText } from "../figures";
import { levelClass } from "../Level";
import { placeSegments, placesText, type PlaceSegment } from "./places";
import styles from "./PlaceBars.module.css";

/** One candidate's shares of the first, second, … place. */
export type PlaceRow = { id: string; name: string; shares: number[] };

/** Narrower stretches carry no words; the table and the sentence have them. */
const WIDE = 12;

/** A bar for each row: in which share of weightings it is first, second, and so on. The strongest shade is first. */
export function PlaceBars({ label, rows }: { label: string; rows: PlaceRow[] }): ReactNode {
  return (
    <ul aria-label={label} className={styles.rows}>
      {rows.map((row) => {
        const segments = placeSegments(row.shares);
        return (
          <li key={row.id} className={styles.row}>
            <span className={styles.name}>{row.name}</span>
            <span className="visually-hidden">: {placeSentence(segments)}</span>
            <span className={styles.bar} aria-hidden="true">
              {segments.map((segment) => (
                <span key={segment.from} className={`${styles.segment} ${levelClass(6 - segment.from)}`} style={{ left: `${segment.left}%`, width: `${segment.width}%` }} title={`${placesText(segment)}: ${percentText(segment.share)}`}>
                  {segment.width >= WIDE && `${placesText(segment)} ${percentText(segment.share)}`}
                </span>
              ))}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** "1st in 62%, 2nd in 38%". */
export function placeSentence(segments: PlaceSegment[]): string {
  return segments.map((segment) => `${placesText(segment)} in ${percentText(segment.share)}`).join(", ");
}
