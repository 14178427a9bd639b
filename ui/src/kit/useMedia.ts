import { useCallback, useSyncExternalStore } from "react";

/** Whether a media query holds now; only for what CSS cannot reach. Where there are none, none holds. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const found = media(query);
      found?.addEventListener("change", listener);
      return () => found?.removeEventListener("change", listener);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => media(query)?.matches ?? false);
}

function media(query: string): MediaQueryList | null {
  return typeof matchMedia === "undefined" ? null : matchMedia(query);
}
