import { formatDate, formatDateTime } from "./dates";

/** A date as 23 Nov 2026; `time` adds the hour. The machine-readable instant stands behind it. */
export function DateText({ value, time }: { value: string; time?: boolean }) {
  return <time dateTime={value}>{time ? formatDateTime(value) : formatDate(value)}</time>;
}
