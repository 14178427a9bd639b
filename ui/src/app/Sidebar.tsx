import { useRouterState } from "@tanstack/react-router";
import { useState } from "react";
import { Link } from "../kit/PlainLink";
import type { Person, WorkspaceInfo } from "../generated/bindings";
import { Button, classes, icons, Menu } from "../kit";
import { PLACES } from "./navigation";
import { goTo, useLeaveWorkspace } from "./session";
import styles from "./Sidebar.module.css";
import { SwitchViewer } from "./SwitchViewer";

/** The workspace, its places, who is at the keyboard, and Lock. */
export function Sidebar({ workspace, viewer }: { workspace: WorkspaceInfo; viewer: Person }) {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const leave = useLeaveWorkspace();
  const [switching, setSwitching] = useState(false);
  const counts: Record<string, number> = { "/today": workspace.counts.to_score };
  return (
    <div className={styles.sidebar}>
      <Menu
        label="Workspace"
        trigger={
          <Button kind="quiet">
            <span className={styles.name}>{workspace.name}</span>
            {icons.down}
          </Button>
        }
        items={[
          { id: "settings", label: "Workspace settings", onAction: () => goTo("/settings") },
          { id: "other", label: "Open another workspace", hint: "closes this one", onAction: () => leave.mutate([]) },
        ]}
      />
      <nav aria-label="Places" className={styles.places}>
        {PLACES.map((place) => (
          <Link key={place.to} href={place.to} className={classes(styles.place, path.startsWith(place.to) && styles.here)} aria-current={path.startsWith(place.to) ? "page" : undefined}>
            {place.icon}
            {place.label}
            {Boolean(counts[place.to]) && <span className={styles.count}>{counts[place.to]}</span>}
          </Link>
        ))}
      </nav>
      <div className={styles.foot}>
        {workspace.people.filter((person) => !person.archived).length > 1 ? (
          <Button kind="quiet" onPress={() => setSwitching(true)} aria-label={`At the keyboard: ${viewer.name}. Switch`}>
            <span className={styles.name}>{viewer.name}</span>
            {icons.down}
          </Button>
        ) : (
          <span className={styles.viewer}>{viewer.name}</span>
        )}
        <Button kind="quiet" onPress={() => leave.mutate([])} isPending={leave.isPending}>
          {icons.lock} Lock
        </Button>
      </div>
      {switching && <SwitchViewer workspace={workspace} viewer={viewer} onClose={() => setSwitching(false)} />}
    </div>
  );
}
