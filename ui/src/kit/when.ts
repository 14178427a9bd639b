import { formatDate } from "./dates";

/** An interview's own time with its zone: "23 Nov 2026, 14:00 Europe/Amsterdam"; in words where none is set. */
export function whenText(startsLocal: string | null, zone: string | null): string {
  if (startsLocal === null) return "no time set";
  const [date = "", time = ""] = startsLocal.split("T");
  return `${formatDate(date)}, ${time.slice(0, 5)}${/[+-]\d{2}:\d{2}$/.exec(time)?.[0] ?? ""}${zone ? ` ${zone}` : ""}`;
}

/** The zone of this machine, as the zone to begin with. */
export function localZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
}

/** All zones this machine knows by name, with UTC. */
export function allZones(): string[] {
  const known = Intl.supportedValuesOf("timeZone");
  return known.includes("UTC") ? known : ["UTC", ...known];
}

/** A local date and time as it is typed ("2026-11-24 14:00", also with a T), as YYYY-MM-DDTHH:MM, with its offset where one stands behind it; null where it is none. */
export function parseLocal(text: string): string | null {
  const found = /^(\d{4}-\d{2}-\d{2})[ T]+(\d{1,2}):(\d{2})([+-]\d{2}:\d{2})?$/.exec(text.trim());
  if (!found?.[1] || !found[2] || !found[3]) return null;
  const time = `${found[2].padStart(2, "0")}:${found[3]}`;
  // A day that does not exist (31 Feb) is rolled over by Date, and an hour of 25 makes it invalid.
  const at = new Date(`${found[1]}T${time}:00Z`);
  if (Number.isNaN(at.getTime()) || !at.toISOString().startsWith(found[1])) return null;
  return `${found[1]}T${time}${found[4] ?? ""}`;
}
