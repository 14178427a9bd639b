import type { WorkspaceInfo } from "../generated/bindings";
import { Button } from "../kit";
import { usePlace } from "../kit/place";
import { PersonChoice } from "./PersonChoice";
import styles from "./PinForm.module.css";
import { useLeaveWorkspace } from "./session";

/** Asked at start where a workspace has more than one person: what is shown depends on who looks. */
export function ViewerChooser({ workspace }: { workspace: WorkspaceInfo }) {
  const leave = useLeaveWorkspace();
  usePlace("Who is at the keyboard", []);
  return (
    <main className={styles.center}>
      <div className={styles.card}>
        <div>
          <h1 className={styles.title}>Who is at the keyboard?</h1>
          <p className={styles.note}>{workspace.name}. Ratings of an interview you still have to score stay closed to you until you have.</p>
        </div>
        <PersonChoice people={workspace.people.filter((person) => !person.archived)} />
        <Button kind="quiet" onPress={() => leave.mutate([])}>
          Lock and go back
        </Button>
      </div>
    </main>
  );
}
