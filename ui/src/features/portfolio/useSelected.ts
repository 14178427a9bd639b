import { useMemo, useSyncExternalStore } from "react";

/** What is selected inside a part of the page, and in which record it stands. */
export type Selected = { record: string; text: string };

const LOOK_MS = 200;

/**
 * What is selected below `root`, in its own text or in one of its frames. A frame without scripts tells nobody of its
 * selection, so it is looked at while it has the focus. While the bar that cites has pointer or focus, nothing changes.
 */
export function useSelected(root: HTMLElement | null): Selected | null {
  const watch = useMemo(() => new Watch(root), [root]);
  return useSyncExternalStore(watch.subscribe, watch.get);
}

class Watch {
  private current: Selected | null = null;

  constructor(private readonly root: HTMLElement | null) {}

  get = (): Selected | null => this.current;

  subscribe = (changed: () => void): (() => void) => {
    const look = () => {
      if (!this.root || this.root.querySelector("[data-cite-bar]:is(:hover, :focus-within)") || document.querySelector("[role=dialog]")) return;
      const next = selectedIn(this.root);
      if (next?.record === this.current?.record && next?.text === this.current?.text) return;
      this.current = next;
      changed();
    };
    const timer = setInterval(look, LOOK_MS);
    document.addEventListener("selectionchange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("selectionchange", look);
    };
  };
}

function selectedIn(root: HTMLElement): Selected | null {
  const active = document.activeElement;
  const frame = active instanceof HTMLIFrameElement && root.contains(active) ? active : null;
  const selection = (frame?.contentDocument ?? document).getSelection();
  const text = selection?.toString().trim();
  if (!selection || !text) return null;
  const record = recordOf(frame ?? selection.anchorNode, root);
  return record === null ? null : { record, text };
}

/** The record that a node below `root` belongs to. */
export function recordOf(node: Node | null, root: HTMLElement): string | null {
  const element = node instanceof HTMLElement ? node : (node?.parentElement ?? null);
  if (!element || !root.contains(element)) return null;
  return element.closest<HTMLElement>("[data-record]")?.dataset.record ?? null;
}
