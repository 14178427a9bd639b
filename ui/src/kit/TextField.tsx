import type { Ref } from "react";
import { Input, TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from "react-aria-components";
import { classes } from "./classes";
import styles from "./field.module.css";
import { FieldLabel, FieldNotes, type FieldProps } from "./FieldShell";

type KeyOf = Parameters<NonNullable<AriaTextFieldProps["onKeyDown"]>>[0];

export type TextFieldProps = FieldProps & {
  value: string;
  onChange: (value: string) => void;
  type?: "text" | "password" | "email" | "date" | "datetime-local" | "search";
  placeholder?: string;
  autoFocus?: boolean;
  isRequired?: boolean;
  isDisabled?: boolean;
  isReadOnly?: boolean;
  mono?: boolean;
  name?: string;
  autoComplete?: string;
  onSubmit?: () => void;
  onBlur?: () => void;
  ref?: Ref<HTMLInputElement>;
};

/** One line of text. Enter calls `onSubmit` where it is given. */
export function TextField({ label, hideLabel, description, error, mono, placeholder, onSubmit, ref, ...rest }: TextFieldProps) {
  // The library keeps the keys of a field to itself; Escape belongs to the dialog around it.
  const onKeyDown = (event: KeyOf) => {
    if (event.key === "Escape") event.continuePropagation();
    if (event.key === "Enter") onSubmit?.();
  };
  return (
    <AriaTextField {...rest} isInvalid={Boolean(error)} validationBehavior="aria" className={styles.field} onKeyDown={onKeyDown}>
      <FieldLabel label={label} hideLabel={hideLabel} />
      <Input ref={ref} className={classes(styles.input, mono && styles.mono)} placeholder={placeholder} spellCheck={mono ? "false" : undefined} />
      <FieldNotes description={description} error={error} />
    </AriaTextField>
  );
}
