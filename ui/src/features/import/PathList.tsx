import { IconButton, icons, PathText, Section } from "../../kit";
import styles from "./Import.module.css";

/** What will be imported. */
export function PathList({ paths, onRemove }: { paths: string[]; onRemove: (path: string) => void }) {
  return (
    <Section title={`To import (${paths.length})`}>
      <ul className={styles.paths}>
        {paths.map((path) => (
          <li key={path} className={styles.path}>
            <PathText>{path}</PathText>
            <IconButton label={`Leave out ${path}`} small onPress={() => onRemove(path)}>
              {icons.close}
            </IconButton>
          </li>
        ))}
      </ul>
    </Section>
  );
}
