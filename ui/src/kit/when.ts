import { formatDate } from "./dates";

/** An interview's own time with its zone: "23 Nov 2026, 14:00 Europe/Amsterdam"; in words where none is set. */
export function whenText(startsLocal: string | null, zone: string | null): string {
  if (startsLocal === null) return "no time set";
  const [date = "", time = ""] = startsLocal.split("T");
  return `${formatDate(date)}, ${time.slice(0, 5)}${zone ? ` ${zone}` : ""}`;
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
