import { Button as AriaButton, Group, Input, NumberField as AriaNumberField } from "react-aria-components";
import buttons from "./Button.module.css";
import { classes } from "./classes";
import styles from "./field.module.css";
import { FieldLabel, FieldNotes, type FieldProps } from "./FieldShell";

export type NumberFieldProps = FieldProps & {
  value: number;
  onChange: (value: number) => void;
  min?: number;
  max?: number;
  step?: number;
  /** Stands after the field, as in "min" or "%". */
  unit?: string;
  isDisabled?: boolean;
};

/** A number with steps by arrow keys and by two buttons. */
export function NumberField({ label, hideLabel, description, error, min, max, step = 1, unit, ...rest }: NumberFieldProps) {
  const step_button = classes(buttons.button, buttons.quiet, buttons.icon, buttons.small);
  return (
    <AriaNumberField {...rest} minValue={min} maxValue={max} step={step} isInvalid={Boolean(error)} validationBehavior="aria" className={styles.field} formatOptions={{ useGrouping: false }}>
      <FieldLabel label={label} hideLabel={hideLabel} />
      <Group className={styles.group}>
        <Input className={styles.input} style={{ width: "4.5em", textAlign: "right" }} />
        {unit && <span className={styles.unit}>{unit}</span>}
        <AriaButton slot="decrement" className={step_button}>
          −
        </AriaButton>
        <AriaButton slot="increment" className={step_button}>
          +
        </AriaButton>
      </Group>
      <FieldNotes description={description} error={error} />
    </AriaNumberField>
  );
}
