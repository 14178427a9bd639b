import { Button } from "./Button";
import { classes } from "./classes";
import styles from "./EmptyState.module.css";

/** What went wrong and what to do next, with a retry where one makes sense. */
export function ErrorState({ message, hint, onRetry, inset }: { message: string; hint?: string; onRetry?: () => void; inset?: boolean }) {
  return (
    <div role="alert" className={classes(styles.state, inset && styles.inset)}>
      <div className={styles.bad}>
        <p className={styles.title}>{message}</p>
        {hint && <p className={styles.hint}>{hint}</p>}
      </div>
      {onRetry && (
        <div className={styles.actions}>
          <Button onPress={onRetry}>Try again</Button>
        </div>
      )}
    </div>
  );
}
