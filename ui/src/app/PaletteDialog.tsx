import { useDeferredValue, useState } from "react";
import type { WorkspaceInfo } from "../generated/bindings";
import { type Command, CommandPalette } from "../kit/CommandPalette";
import { pathOfHit } from "./hitPath";
import { Snippet } from "./Snippet";
import { paletteActions } from "./paletteItems";
import { useRead } from "./queries";
import { goTo, useLeaveWorkspace } from "./session";

/** One field over everything: places, actions, and what is found in the workspace. */
export function PaletteDialog({ workspace, onClose }: { workspace: WorkspaceInfo; onClose: () => void }) {
  const [text, setText] = useState("");
  const asked = useDeferredValue(text.trim());
  const hits = useRead("search", [asked], { enabled: asked.length > 1, keepPrevious: true });
  const leave = useLeaveWorkspace();
  const found: Command[] = (asked.length > 1 ? (hits.data ?? []) : []).map((hit, index) => ({
    id: `${hit.id}-${index}`,
    label: hit.title,
    detail: <Snippet text={hit.snippet} />,
    sort: hit.noun,
    run: () => goTo(pathOfHit(hit)),
  }));
  return (
    <CommandPalette
      label={`Search ${workspace.name}`}
      fieldLabel="Search candidates, roles, rubrics and actions"
      placeholder="Find a candidate, a role, a place, an action"
      text={text}
      onText={setText}
      onClose={onClose}
      groups={[
        { title: "In this workspace", commands: found },
        { title: "Places and actions", commands: paletteActions(text, () => leave.mutate([])) },
      ]}
    />
  );
}
