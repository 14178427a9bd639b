/** The seats of a panel, and who is to have them. Pure. */
import type { PanelPick, PanelSeat } from "../../generated/bindings";

/** Stands for "nobody yet" among people's ids. */
export const NOBODY = "nobody";

/** A seat of its own among those of a panel. */
export type KeyedSeat = PanelSeat & { key: string };

/** The seats with what tells them apart, also when others are taken meanwhile: the assessment, and which of its seats it is. */
export function keyed(seats: readonly PanelSeat[]): KeyedSeat[] {
  const nth = (seat: PanelSeat, place: number) => seats.slice(0, place).filter((one) => one.assessment_id === seat.assessment_id).length;
  return seats.map((seat, place) => ({ ...seat, key: `${seat.assessment_id} ${nth(seat, place)}` }));
}

/** Who has a seat now: whoever was chosen for it, or else was suggested. */
export function chosenFor(seat: KeyedSeat, changed: Readonly<Record<string, string>>): string {
  return changed[seat.key] ?? seat.person?.id ?? NOBODY;
}

/** Who is to be assigned what. */
export function picksOf(seats: readonly KeyedSeat[], changed: Readonly<Record<string, string>>): PanelPick[] {
  return seats.map((seat) => ({ assessment_id: seat.assessment_id, person_id: chosenFor(seat, changed) })).filter((pick) => pick.person_id !== NOBODY);
}
