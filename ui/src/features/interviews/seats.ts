/** The seats of a panel, and who is to have them. Pure. */
import type { PanelPick, PanelSeat } from "../../generated/bindings";

/** Stands for "nobody yet" among people's ids. */
export const NOBODY = "nobody";

/** Who is to be assigned what: what was suggested, but where something else was chosen for a seat. */
export function picksOf(seats: readonly PanelSeat[], changed: Readonly<Record<number, string>>): PanelPick[] {
  return seats.flatMap((seat, place) => {
    const person_id = changed[place] ?? seat.person?.id ?? NOBODY;
    return person_id === NOBODY ? [] : [{ assessment_id: seat.assessment_id, person_id }];
  });
}
