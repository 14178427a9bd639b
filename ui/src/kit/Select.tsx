import { Button as AriaButton, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue } from "react-aria-components";
import { classes } from "./classes";
import styles from "./field.module.css";
import { FieldLabel, FieldNotes, type FieldProps } from "./FieldShell";
import { icons } from "./icons";

/** A choice: its key, its words, and a short hint beside them. */
export type Option<T extends string> = { id: T; label: string; hint?: string };

export type SelectProps<T extends string> = FieldProps & {
  value: T | null;
  onChange: (value: T) => void;
  options: Option<T>[];
  placeholder?: string;
  isDisabled?: boolean;
  isRequired?: boolean;
};

/** One of a few choices, in a list that opens. */
export function Select<T extends string>({ label, hideLabel, description, error, value, onChange, options, placeholder = "Choose", ...rest }: SelectProps<T>) {
  return (
    <AriaSelect {...rest} placeholder={placeholder} selectedKey={value} onSelectionChange={(key) => key !== null && onChange(String(key) as T)} isInvalid={Boolean(error)} validationBehavior="aria" className={styles.field}>
      <FieldLabel label={label} hideLabel={hideLabel} />
      <AriaButton className={classes(styles.input, styles.trigger)}>
        <SelectValue>{({ selectedText, isPlaceholder }) => (isPlaceholder ? placeholder : selectedText)}</SelectValue>
        {icons.down}
      </AriaButton>
      <FieldNotes description={description} error={error} />
      <Popover className={styles.popover} offset={4}>
        <ListBox items={options} className={styles.list}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.label} className={styles.item}>
              {option.label}
              {option.hint && <span className={styles.hint}>{option.hint}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
