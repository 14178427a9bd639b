import { Outlet, useRouterState } from "@tanstack/react-router";
import { Crumbs } from "../kit/Crumbs";
import styles from "./Frame.module.css";
import { Palette } from "./Palette";
import { useRead } from "./queries";
import { useHistoryKeys } from "./shortcuts";
import { Sidebar } from "./Sidebar";
import { ViewerChooser } from "./ViewerChooser";
import { Loaded } from "../kit";

/** The frame of an open workspace: sidebar, breadcrumb, search, the screen. Asks who is at the keyboard first. A place
 * that wants the whole window has it to itself. */
export function Frame() {
  useHistoryKeys();
  const info = useRead("workspaceInfo", []);
  const bare = useRouterState({ select: (state) => state.matches.some((match) => match.staticData.bare === true) });
  return (
    <Loaded query={info}>
      {(workspace) =>
        workspace.viewer === null ? (
          <ViewerChooser workspace={workspace} />
        ) : bare ? (
          <main className={styles.bare}>
            <Outlet />
          </main>
        ) : (
          <div className={styles.frame}>
            <Sidebar workspace={workspace} viewer={workspace.viewer} />
            <div className={styles.column}>
              <header className={styles.top}>
                <Crumbs />
                <Palette workspace={workspace} />
              </header>
              <main className={styles.main}>
                <Outlet />
              </main>
            </div>
          </div>
        )
      }
    </Loaded>
  );
}
