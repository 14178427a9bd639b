import type { ReactNode } from "react";
import type { KitName } from "../../generated/bindings";
import { useRead } from "../../app/queries";
import { classes, Loaded, PathText } from "../../kit";
import styles from "./Kit.module.css";

/** One file of a kit, as text. */
export function FileText({ name, path }: { name: KitName; path: string }): ReactNode {
  const query = useRead("kitMaterial", [name, path]);
  return (
    <figure className={styles.file}>
      <figcaption><PathText>{path}</PathText></figcaption>
      <Loaded query={query} rows={6}>
        {(file) => (
          <pre className={classes(styles.text, path.endsWith(".md") && styles.prose)} tabIndex={0} aria-label={`Text of ${path}`}>
            {file.text}
          </pre>
        )}
      </Loaded>
    </figure>
  );
}
