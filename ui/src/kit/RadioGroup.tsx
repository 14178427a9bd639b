import { Radio, RadioGroup as AriaRadioGroup } from "react-aria-components";
import styles from "./Checkbox.module.css";
import { classes } from "./classes";
import field from "./field.module.css";
import { FieldLabel, FieldNotes, type FieldProps } from "./FieldShell";
import type { Option } from "./Select";

/** One of a few choices, all in sight. */
export function RadioGroup<T extends string>({ label, hideLabel, description, error, value, onChange, options, across, isDisabled }: FieldProps & { value: T | null; onChange: (value: T) => void; options: Option<T>[]; across?: boolean; isDisabled?: boolean }) {
  return (
    <AriaRadioGroup value={value} onChange={(next) => onChange(next as T)} isInvalid={Boolean(error)} validationBehavior="aria" isDisabled={isDisabled} className={field.field}>
      <FieldLabel label={label} hideLabel={hideLabel} />
      <div className={classes(styles.options, across && styles.across)}>
        {options.map((option) => (
          <Radio key={option.id} value={option.id} className={styles.row}>
            <span className={classes(styles.box, styles.round)} />
            <span>
              {option.label}
              {option.hint && <span className={styles.hint}>{option.hint}</span>}
            </span>
          </Radio>
        ))}
      </div>
      <FieldNotes description={description} error={error} />
    </AriaRadioGroup>
  );
}
