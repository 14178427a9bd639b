import { useLayoutEffect, useSyncExternalStore } from "react";

/** A place above the present one; `to` is a path of the router. */
export type Crumb = { label: string; to: string };
export type Place = { title: string; crumbs: Crumb[]; windowTitle: string };

let place: Place = { title: "Assay", crumbs: [], windowTitle: "Assay" };
const listeners = new Set<() => void>();

function setPlace(next: Place) {
  if (JSON.stringify(next) === JSON.stringify(place)) return;
  place = next;
  for (const listener of listeners) listener();
}

/** Tells the frame where the person is. */
export function usePlace(title: string, crumbs: Crumb[], windowTitle = title) {
  useLayoutEffect(() => setPlace({ title, crumbs, windowTitle }));
}

/** Where the person is. */
export function useCurrentPlace(): Place {
  return useSyncExternalStore(subscribe, () => place);
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
