import { useState, type ReactNode } from "react";
import type { RoleDetail } from "../../generated/bindings";
import { useRead, useWrite } from "../../app/queries";
import { Badge, Button, Section, Stack } from "../../kit";
import { BlindDialog } from "./BlindDialog";
import styles from "./PlanTab.module.css";

/** Blind review of the role: whether, who sees names, what it hides and what it cannot hide. */
export function BlindSection({ role }: { role: RoleDetail }): ReactNode {
  const [changing, setChanging] = useState(false);
  const viewer = useRead("workspaceInfo", []).data?.viewer?.id;
  const { blind } = role;
  const mine = !blind.on || blind.coordinators.some((one) => one.id === viewer);
  const off = useWrite("roleSetBlind", { said: "Names are shown again.", undo: true });
  const end = () => off.mutate([role.summary.id, { on: false, coordinators: blind.coordinators.map((one) => one.id) }]);
  return (
    <Section
      title="Blind review"
      note={blind.on ? <><Badge tone="accent">on</Badge> {blind.coordinators.map((one) => one.name).join(", ")} {blind.coordinators.length === 1 ? "sees" : "see"} names and {blind.coordinators.length === 1 ? "writes" : "write"} to candidates.</> : "Off: names are shown to everybody. It can be turned on at any time; whoever has seen a name by then is marked “not blind”."}
      actions={
        mine && (
          <>
            <Button small onPress={() => setChanging(true)}>{blind.on ? "Change coordinators…" : "Review blind…"}</Button>
            {blind.on && <Button small kind="quiet" onPress={end} isPending={off.isPending}>Show names</Button>}
          </>
        )
      }
    >
      <Stack tight>
        <p className={styles.prose}>{blind.hides}</p>
        <p className={styles.prose}>{blind.cannot}</p>
        {blind.on && blind.exceptions.length > 0 && (
          <ul className={styles.exceptions}>
            {blind.exceptions.map((one) => (
              <li key={one.title}><strong>{one.title}</strong> <span className={styles.muted}>{one.why}</span></li>
            ))}
          </ul>
        )}
      </Stack>
      {changing && <BlindDialog role={role} viewer={viewer} onClose={() => setChanging(false)} />}
    </Section>
  );
}
