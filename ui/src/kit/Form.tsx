import type { ReactNode } from "react";
import { Note, Row, Stack } from "./Layout";
import { Button } from "./Button";
import styles from "./EmptyState.module.css";

/** Fields and the action that sends them; Enter sends too. An error stands above the action and is read out. */
export function Form({ children, action, onSubmit, isPending, isDisabled, error, beside }: { children: ReactNode; action: string; onSubmit: () => void; isPending?: boolean; isDisabled?: boolean; error?: { message: string; hint?: string } | null; beside?: ReactNode }) {
  return (
    // What is wrong is said by the screen, not by the browser, which would also hold back a second try.
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isDisabled && !isPending) onSubmit();
      }}
    >
      <Stack>
        {children}
        {error && (
          <div role="alert" className={styles.bad}>
            <p>{error.message}</p>
            {error.hint && <Note>{error.hint}</Note>}
          </div>
        )}
        <Row>
          <Button kind="main" type="submit" isPending={isPending} isDisabled={isDisabled}>
            {action}
          </Button>
          {beside}
        </Row>
      </Stack>
    </form>
  );
}
