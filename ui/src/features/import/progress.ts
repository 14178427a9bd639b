import { useSyncExternalStore } from "react";
import { refreshChanged } from "../../app/queries";
import { events, type ImportProgress } from "../../generated/bindings";

/** How each import of this session stands; kept outside the screens, so that leaving one loses nothing. */
let running: ReadonlyMap<string, ImportProgress> = new Map();
const listeners = new Set<() => void>();

/** Listens to the app's reports; once, at start. */
export function watchImports() {
  void events.importProgress.listen((event) => take(event.payload));
}

/** The latest report of one import; null if none came in this session. */
export function useImportProgress(importId: string): ImportProgress | null {
  return useSyncExternalStore(subscribe, () => running.get(importId) ?? null);
}

/** The imports that are at work now. */
export function useRunningImports(): ImportProgress[] {
  const all = useSyncExternalStore(subscribe, () => running);
  return [...all.values()].filter((progress) => progress.state === "running");
}

function take(progress: ImportProgress) {
  const before = running.get(progress.import_id)?.latest ?? [];
  running = new Map(running).set(progress.import_id, { ...progress, latest: mergeLatest(before, progress.latest) });
  for (const listener of listeners) listener();
  if (progress.state !== "running") refreshChanged((["import", "candidate", "account", "snapshot"] as const).map((noun) => ({ noun, id: progress.import_id })));
}

const SHOWN_LINES = 200;

/** The newest lines first, no more than one looks at. */
export function mergeLatest<T>(before: readonly T[], now: readonly T[]): T[] {
  return [...now].reverse().concat(before).slice(0, SHOWN_LINES);
}

/** How far the bytes are; null where the whole is not known. */
export function share(progress: ImportProgress): number | null {
  return progress.bytes_total ? Math.min(progress.bytes_done, progress.bytes_total) : null;
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
