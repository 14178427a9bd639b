/** When the sections of a kit happen, counted from its beginning. Pure. */

/** The minute at which each section begins. */
export function startsOf(sections: readonly { minutes: number }[]): number[] {
  let at = 0;
  return sections.map(({ minutes }) => {
    const start = at;
    at += minutes;
    return start;
  });
}

/** "0:10 to 0:35", for a start and a length in minutes. */
export function clockText(start: number, minutes: number): string {
  return `${clock(start)} to ${clock(start + minutes)}`;
}

function clock(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}
