import { FieldError, Label, Text } from "react-aria-components";
import { classes } from "./classes";
import styles from "./field.module.css";

/** What every field has in common. */
export type FieldProps = {
  label: string;
  /** The label is read out but not shown (a filter bar, a table cell). */
  hideLabel?: boolean;
  description?: string;
  /** What is wrong and how to mend it; the field is marked invalid while it is set. */
  error?: string | null;
};

/** The label of a field. */
export function FieldLabel({ label, hideLabel }: Pick<FieldProps, "label" | "hideLabel">) {
  return <Label className={classes(styles.label, hideLabel && styles.hidden)}>{label}</Label>;
}

/** The lines under a field: a description, or the error that replaces it. */
export function FieldNotes({ description, error }: Pick<FieldProps, "description" | "error">) {
  return (
    <>
      {description && !error && (
        <Text slot="description" className={styles.description}>
          {description}
        </Text>
      )}
      <FieldError className={styles.error}>{error}</FieldError>
    </>
  );
}
