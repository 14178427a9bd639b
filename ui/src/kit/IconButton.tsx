import type { ReactNode } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps, Tooltip, TooltipTrigger } from "react-aria-components";
import styles from "./Button.module.css";
import { classes } from "./classes";
import tip from "./Tooltip.module.css";

/** A button with a drawing only; its label is read out and shown on hover. */
export function IconButton({ label, small, children, ...rest }: Omit<AriaButtonProps, "className" | "style" | "children"> & { label: string; small?: boolean; children: ReactNode }) {
  return (
    <TooltipTrigger delay={400}>
      <AriaButton {...rest} aria-label={label} className={classes(styles.button, styles.quiet, styles.icon, small && styles.small)}>
        {children}
      </AriaButton>
      <Tooltip className={tip.tooltip} offset={4}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  );
}
