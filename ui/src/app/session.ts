import type { WorkspaceInfo } from "../generated/bindings";
import { forgetKept } from "./kept";
import { queryClient, useWrite } from "./queries";
import { router } from "./router";

/** Goes to a path of the router. */
export function goTo(path: string) {
  router.history.push(path);
}

/** A workspace was opened, or somebody else sits down: nothing read before may stay. */
export function enterWorkspace(info: WorkspaceInfo) {
  forgetAll();
  queryClient.setQueryData(["workspaceInfo"], info);
  goTo("/today");
}

/** Locks the workspace and goes to the start. */
export function useLeaveWorkspace() {
  return useWrite("workspaceLock", { onDone: leave });
}

/** Another person took the keyboard. */
export function enterAs(info: WorkspaceInfo) {
  enterWorkspace(info);
}

function leave() {
  goTo("/start");
  forgetAll();
}

/** Drops every answer and all that was typed, so that nothing of one viewer or workspace is seen by the next. */
function forgetAll() {
  forgetKept();
  queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== "workspaceInfo" });
  void queryClient.invalidateQueries();
}
