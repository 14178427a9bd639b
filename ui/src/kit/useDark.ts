import { useMedia } from "./useMedia";

/** Whether the system asks for dark; only for what CSS cannot reach. */
export function useDark(): boolean {
  return useMedia("(prefers-color-scheme: dark)");
}
