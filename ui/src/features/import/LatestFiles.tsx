import type { ImportFile } from "../../generated/bindings";
import { PathText } from "../../kit";
import styles from "./Import.module.css";
import { outcomeWord } from "./stateWord";

/** A line per file as it happens, the newest first. */
export function LatestFiles({ files }: { files: ImportFile[] }) {
  return (
    <ul className={styles.lines} aria-label="Files so far">
      {files.map((file, index) => (
        <li key={`${file.path}-${files.length - index}`} className={styles.line}>
          <span>{outcomeWord(file.outcome)}</span>
          <PathText>{file.path}</PathText>
          <span>{file.records > 0 ? file.records : ""}</span>
          {file.reason && <span className={styles.reason}>{file.reason}</span>}
        </li>
      ))}
    </ul>
  );
}
