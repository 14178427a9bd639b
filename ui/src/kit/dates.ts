const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** "23 Nov 2026" of a date (YYYY-MM-DD) or an instant (in this machine's zone); the text itself where it is no date. */
export function formatDate(text: string): string {
  const plain = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (plain) return `${Number(plain[3])} ${MONTHS[Number(plain[2]) - 1] ?? "?"} ${plain[1]}`;
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) return text;
  return `${date.getDate()} ${MONTHS[date.getMonth()]} ${date.getFullYear()}`;
}

/** "23 Nov 2026, 14:05" in this machine's zone. */
export function formatDateTime(text: string): string {
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) return text;
  return `${formatDate(text)}, ${String(date.getHours()).padStart(2, "0")}:${String(date.getMinutes()).padStart(2, "0")}`;
}

/** The day after which a permission runs out counts as past from the next day on. */
export function isPast(date: string, now: Date): boolean {
  return new Date(`${date}T23:59:59`).getTime() < now.getTime();
}

/** Whether a text is an instant and nothing else, as GitHub writes it: "2016-04-11T08:00:00Z". */
export function isInstant(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text);
}
