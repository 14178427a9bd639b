import { events } from "../generated/bindings";
import { call } from "./call";
import { refreshAll, refreshChanged } from "./queries";

const EVERY_MS = 2_000;
let version: string | null = null;

/** Notices what other programs write to the workspace, and what the app itself reports; once, at start. */
export function watchWorkspace() {
  void events.workspaceChanged.listen((event) => refreshChanged(event.payload.changed));
  setInterval(() => void look(), EVERY_MS);
  window.addEventListener("focus", () => void look());
}

async function look() {
  if (!document.hasFocus()) return;
  const next = await call("workspaceDataVersion").catch(() => null);
  // The first look after a workspace was opened counts as well: what was read before it may be older than what was written since.
  if (next !== null && next !== version) refreshAll();
  version = next;
}
