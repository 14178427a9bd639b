/**
 * What is typed and stored nowhere yet, kept in memory by its place: another tab, another step, a closed dialog or another screen
 * loses none of it. It is its writer's alone: whoever sits down next, and a locked workspace, find nothing.
 */
import { useSyncExternalStore } from "react";

const texts = new Map<string, unknown>();
const listeners = new Set<() => void>();

/** What is kept at a place, `first` where nothing is; how to change it; how to forget it. `first` is the same object at every call. */
export function useKept<T>(place: string, first: T): [T, (next: T) => void, () => void] {
  const now = useSyncExternalStore(subscribe, () => (texts.has(place) ? (texts.get(place) as T) : first));
  const set = (next: T) => {
    texts.set(place, next);
    tell();
  };
  const forget = () => {
    if (texts.delete(place)) tell();
  };
  return [now, set, forget];
}

/** Forgets everything: somebody else sits down, or the workspace is locked. */
export function forgetKept() {
  texts.clear();
  tell();
}

function tell() {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
