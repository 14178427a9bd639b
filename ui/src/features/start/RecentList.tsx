import { Button as AriaButton } from "../../kit/PlainButton";
import { useWrite, queryClient } from "../../app/queries";
import type { Recent, Start } from "../../generated/bindings";
import { Badge, classes, DateText, IconButton, icons } from "../../kit";
import styles from "./Start.module.css";

/** The workspaces opened here before; one that is gone says so and can be forgotten. */
export function RecentList({ recents, chosen, onChoose }: { recents: Recent[]; chosen: string; onChoose: (path: string) => void }) {
  const forget = useWrite("workspaceForgetRecent", {
    onDone: (left) => queryClient.setQueryData(["appStart"], (start: Start | undefined) => start && { ...start, recents: left }),
  });
  return (
    <ul className={styles.recents} aria-label="Recent workspaces">
      {recents.map((recent) => (
        <li key={recent.path} className={styles.recent}>
          <AriaButton className={classes(styles.pick, chosen === recent.path && styles.picked)} aria-pressed={chosen === recent.path} onPress={() => onChoose(recent.path)}>
            {recent.name} {recent.missing ? <Badge tone="warn">not found</Badge> : <Badge>opened <DateText value={recent.opened_at} /></Badge>}
            <span className={styles.path}>{recent.path}</span>
          </AriaButton>
          <IconButton label={`Forget ${recent.name}; the folder stays`} small onPress={() => forget.mutate([recent.path])}>
            {icons.close}
          </IconButton>
        </li>
      ))}
    </ul>
  );
}
