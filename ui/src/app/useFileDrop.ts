import { getCurrentWebview } from "@tauri-apps/api/webview";
import { useEffect, useEffectEvent, useState } from "react";

/** Files dragged onto the window: whether some hang over it, and what was let go. */
export function useFileDrop(onDrop: (paths: string[]) => void): boolean {
  const [over, setOver] = useState(false);
  const drop = useEffectEvent(onDrop);
  useEffect(() => {
    let stop: (() => void) | null = null;
    let left = false;
    const listening = Promise.resolve().then(() =>
      getCurrentWebview().onDragDropEvent((event) => {
        setOver(event.payload.type === "enter" || event.payload.type === "over");
        if (event.payload.type === "drop") drop(event.payload.paths);
      }),
    );
    // Outside the app (a browser during development) nothing can be dropped.
    listening.then((unlisten) => (left ? unlisten() : (stop = unlisten))).catch(() => undefined);
    return () => {
      left = true;
      stop?.();
    };
  }, []);
  return over;
}
