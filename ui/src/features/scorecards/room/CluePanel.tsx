import { useState, type ReactNode } from "react";
import type { Clue, KitName, LogEntry } from "../../../generated/bindings";
import { useRead } from "../../../app/queries";
import { Button, classes, Loaded } from "../../../kit";
import { clockText } from "../clock";
import { releasedAt } from "./log";
import styles from "./Clues.module.css";

/** The clues, released one by one: when to release stands there always; what is said with it once it is released, with its time. */
export function CluePanel({ clues, name, log, onRelease }: { clues: Clue[]; name: KitName; log: LogEntry[]; onRelease: (id: string) => void }): ReactNode {
  const [opened, setOpened] = useState<string | null>(null);
  const done = clues.filter((clue) => releasedAt(log, clue.id) !== null).length;
  const next = clues.find((clue) => releasedAt(log, clue.id) === null)?.id ?? null;
  const latest = log.findLast((entry) => entry.event === "clue")?.of ?? null;
  const release = (id: string) => {
    onRelease(id);
    setOpened(null);
  };
  return (
    <section className={styles.clues} aria-label="Clues">
      <h2>Clues <span role="status">{done} of {clues.length} released</span></h2>
      <ol>
        {clues.map((clue) => {
          const at = releasedAt(log, clue.id);
          const isOpen = (opened ?? latest) === clue.id && at !== null;
          return (
            <li key={clue.id} className={classes(styles.clue, at !== null && styles.released)}>
              <div className={styles.head}>
                <h3>{clue.title}</h3>
                {at === null ? (
                  <Button kind={clue.id === next ? "plain" : "quiet"} aria-label={`Release: ${clue.title}`} onPress={() => release(clue.id)}>Release</Button>
                ) : (
                  <Button kind="quiet" aria-expanded={isOpen} aria-label={`${clue.title}, released ${clockText(at)}`} onPress={() => setOpened(isOpen ? "" : clue.id)}>released {clockText(at)}</Button>
                )}
              </div>
              {at === null && <p className={styles.when}>{clue.release_when.trim()}</p>}
              {isOpen && <OpenClue clue={clue} name={name} />}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function OpenClue({ clue, name }: { clue: Clue; name: KitName }): ReactNode {
  return (
    <>
      <blockquote className={styles.say}>{clue.say.trim()}</blockquote>
      {clue.materials.map((path) => (
        <Material key={path} name={name} path={path} />
      ))}
      <p className={styles.when}><strong>Listen for:</strong> {clue.listen_for.trim()}</p>
    </>
  );
}

/** What is handed over or shown with a clue, as text. */
function Material({ name, path }: { name: KitName; path: string }): ReactNode {
  const query = useRead("kitMaterial", [name, path]);
  return (
    <Loaded query={query} rows={4}>
      {(file) => (
        <pre className={styles.material} tabIndex={0} aria-label={`Text of ${path}`}>{file.text.trimEnd()}</pre>
      )}
    </Loaded>
  );
}
