import type { ReactNode, Ref } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps, Link } from "react-aria-components";
import styles from "./Button.module.css";
import { classes } from "./classes";

export type ButtonKind = "main" | "plain" | "quiet" | "danger";

export type ButtonProps = Omit<AriaButtonProps, "className" | "style" | "children"> & {
  /** main: the one action of a screen; danger: what is lost is said in the words. */
  kind?: ButtonKind;
  small?: boolean;
  children: ReactNode;
  ref?: Ref<HTMLButtonElement>;
};

/** A button whose words say what will happen. While `isPending` it keeps the focus but does nothing more. */
export function Button({ kind = "plain", small, children, isPending, onPress, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} onPress={isPending ? undefined : onPress} aria-disabled={isPending ? "true" : undefined} className={classes(styles.button, styles[kind], small && styles.small)}>
      {children}
    </AriaButton>
  );
}

/** A link that looks like a button: it goes to a place and does nothing else. `to` is a path of the router. */
export function ButtonLink({ to, kind = "plain", small, children }: { to: string; kind?: ButtonKind; small?: boolean; children: ReactNode }) {
  return (
    <Link href={to} className={classes(styles.button, styles[kind], small && styles.small)}>
      {children}
    </Link>
  );
}
