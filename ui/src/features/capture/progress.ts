import { useSyncExternalStore } from "react";
import { refreshChanged } from "../../app/queries";
import { events, type CaptureProgress } from "../../generated/bindings";

/** How each capture of this session stands; kept outside the screen, so that leaving it loses nothing. */
let captures: ReadonlyMap<string, CaptureProgress> = new Map();
const listeners = new Set<() => void>();

/** Listens to the app's reports; once, at start. */
export function watchCaptures() {
  void events.captureProgress.listen((event) => {
    const progress = event.payload;
    put(new Map(captures).set(progress.capture_id, progress));
    // What is unfinished has changed too.
    if (progress.state !== "running") refreshChanged([{ noun: "import", id: progress.capture_id }]);
  });
}

/** The captures of this session, the newest first. */
export function useCaptures(): CaptureProgress[] {
  return [...useSyncExternalStore(subscribe, () => captures).values()].reverse();
}

/** Takes a capture that has ended off the screen. */
export function dismissCapture(id: string) {
  const rest = new Map(captures);
  rest.delete(id);
  put(rest);
}

function put(next: ReadonlyMap<string, CaptureProgress>) {
  captures = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
