import type { ErrorComponentProps } from "@tanstack/react-router";
import { ErrorState } from "../kit";
import { describeError } from "./call";

/** Stands in for a screen that failed; the frame around it stays usable. */
export function Failure({ error, reset }: ErrorComponentProps) {
  const { message, hint } = describeError(error);
  return <ErrorState message={message} hint={hint} onRetry={reset} />;
}
