import styles from "./KeyHint.module.css";

/** The key that does it, as in "Ctrl K". */
export function KeyHint({ keys }: { keys: string }) {
  return <kbd className={styles.key}>{keys}</kbd>;
}
