import { useState, type ReactNode } from "react";
import type { Clue, KitName } from "../../generated/bindings";
import { Button } from "../../kit";
import { FileText } from "./FileText";
import styles from "./Kit.module.css";

/** Clues, opened one by one: when it is released stands there always, what is said with it only once it is opened. */
export function Clues({ clues, name }: { clues: Clue[]; name: KitName }): ReactNode {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string) => setOpen((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]));
  return (
    <ol className={styles.sections}>
      {clues.map((clue, i) => (
        <li key={clue.id} className={styles.part}>
          <div className={styles.when}>
            <strong>{i + 1} of {clues.length}</strong>
          </div>
          <div className={styles.what}>
            <h3>{clue.title}</h3>
            <p className={styles.aside}>Release: {clue.release_when.trim()}</p>
            <div>
              <Button small aria-expanded={open.has(clue.id)} onPress={() => toggle(clue.id)}>{open.has(clue.id) ? "Close" : "Open the clue"}</Button>
            </div>
            {open.has(clue.id) && (
              <>
                <blockquote className={styles.say}>{clue.say.trim()}</blockquote>
                {clue.materials.map((path) => (
                  <FileText key={path} name={name} path={path} />
                ))}
                <p className={styles.aside}>Listen for: {clue.listen_for.trim()}</p>
              </>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
