/** Places on the level scale of the debrief. Pure. */
import type { RaterMark } from "../../generated/bindings";

/** Where a value from 1 to `levels` stands on a strip `width` wide with `inset` free at both ends. */
export function position(value: number, levels: number, width: number, inset: number): number {
  const clamped = Math.max(1, Math.min(levels, value));
  return inset + ((clamped - 1) / (levels - 1)) * (width - 2 * inset);
}

/** The shapes by which raters are told apart; more raters than shapes begin again with an open shape. */
export const SHAPES = ["circle", "square", "triangle", "diamond", "cross"] as const;
/** A rater's shape, filled or open. */
export type Shape = { name: (typeof SHAPES)[number]; open: boolean };

/** Gives every rater of a role one shape for the whole table, in the order of their names. */
export function shapesByRater(marks: readonly Pick<RaterMark, "person_id" | "name">[]): Map<string, Shape> {
  const people = new Map(marks.map((mark) => [mark.person_id, mark.name]));
  const ordered = [...people].sort((a, b) => a[1].localeCompare(b[1]) || a[0].localeCompare(b[0]));
  return new Map(ordered.map(([id], i) => [id, { name: SHAPES[i % SHAPES.length] ?? "circle", open: i >= SHAPES.length }]));
}

/** A mark with its place; marks that would cover each other are stacked upwards. */
export type PlacedMark = { mark: RaterMark; x: number; stack: number };

/** Places the raters' marks of one cell; those nearer than `apart` to the one before are lifted. */
export function placeMarks(marks: readonly RaterMark[], levels: number, width: number, inset: number, apart: number): PlacedMark[] {
  const scored = marks.filter((mark) => mark.score !== null);
  const placed = scored.map((mark) => ({ mark, x: position(mark.score ?? 1, levels, width, inset), stack: 0 }));
  placed.sort((a, b) => a.x - b.x || a.mark.name.localeCompare(b.mark.name));
  placed.forEach((item, i) => {
    const near = placed.slice(0, i).filter((before) => item.x - before.x < apart).map((before) => before.stack);
    while (near.includes(item.stack)) item.stack += 1;
  });
  return placed;
}
