import { Button as AriaButton, ComboBox as AriaComboBox, Group, Input, ListBox, ListBoxItem, Popover } from "react-aria-components";
import buttons from "./Button.module.css";
import { classes } from "./classes";
import styles from "./field.module.css";
import { FieldLabel, FieldNotes, type FieldProps } from "./FieldShell";
import { icons } from "./icons";
import type { Option } from "./Select";

export type ComboBoxProps<T extends string> = FieldProps & {
  value: T | null;
  onChange: (value: T | null) => void;
  options: Option<T>[];
  placeholder?: string;
  isDisabled?: boolean;
  autoFocus?: boolean;
};

/** One of many choices, found by typing. */
export function ComboBox<T extends string>({ label, hideLabel, description, error, value, onChange, options, placeholder, ...rest }: ComboBoxProps<T>) {
  return (
    <AriaComboBox {...rest} selectedKey={value} onSelectionChange={(key) => onChange(key === null ? null : (String(key) as T))} defaultItems={options} menuTrigger="focus" isInvalid={Boolean(error)} validationBehavior="aria" className={styles.field}>
      <FieldLabel label={label} hideLabel={hideLabel} />
      <Group className={styles.group}>
        <Input className={styles.input} placeholder={placeholder} />
        <AriaButton className={classes(buttons.button, buttons.quiet, buttons.icon)}>{icons.down}</AriaButton>
      </Group>
      <FieldNotes description={description} error={error} />
      <Popover className={styles.popover} offset={4}>
        <ListBox className={styles.list} renderEmptyState={() => <p className={styles.empty}>Nothing by that name</p>}>
          {(option: Option<T>) => (
            <ListBoxItem id={option.id} textValue={option.label} className={styles.item}>
              {option.label}
              {option.hint && <span className={styles.hint}>{option.hint}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
