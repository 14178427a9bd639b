import type { ReactNode } from "react";
import type { BracketPiece } from "./brackets";
import styles from "./BracketLanes.module.css";

/** How far from the left the names begin, behind so many lanes of brackets; in pixels. */
export function bracketIndent(lanes: number): number {
  return 16 + Math.max(0, lanes - 1) * 8;
}

/** The pieces of brackets that cross one row. Their parent is positioned and as high as the row. */
export function BracketLanes({ pieces, lanes }: { pieces: BracketPiece[]; lanes: number }): ReactNode {
  return pieces.map((piece) => (
    <span key={piece.band} className={`${styles.bracket} ${styles[piece.part]}`} style={{ left: 8 + (lanes - 1 - piece.lane) * 8 }} aria-hidden="true" />
  ));
}
