import type { Ref } from "react";
import { TextArea as AriaTextArea, TextField as AriaTextField } from "react-aria-components";
import { classes } from "./classes";
import styles from "./field.module.css";
import { FieldLabel, FieldNotes, type FieldProps } from "./FieldShell";

export type TextAreaProps = FieldProps & {
  value: string;
  onChange: (value: string) => void;
  rows?: number;
  placeholder?: string;
  autoFocus?: boolean;
  isRequired?: boolean;
  isDisabled?: boolean;
  isReadOnly?: boolean;
  mono?: boolean;
  onBlur?: () => void;
  onFocus?: () => void;
  ref?: Ref<HTMLTextAreaElement>;
};

/** Several lines of text. */
export function TextArea({ label, hideLabel, description, error, rows = 3, mono, placeholder, ref, ...rest }: TextAreaProps) {
  return (
    <AriaTextField {...rest} isInvalid={Boolean(error)} validationBehavior="aria" className={styles.field}>
      <FieldLabel label={label} hideLabel={hideLabel} />
      <AriaTextArea ref={ref} rows={rows} className={classes(styles.input, mono && styles.mono)} placeholder={placeholder} />
      <FieldNotes description={description} error={error} />
    </AriaTextField>
  );
}
