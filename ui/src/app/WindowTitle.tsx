import { getCurrentWindow } from "@tauri-apps/api/window";
import { useEffect } from "react";
import { useCurrentPlace } from "../kit/place";

/** The window's title names the place. */
export function WindowTitle() {
  const { windowTitle } = useCurrentPlace();
  const title = windowTitle === "Assay" ? "Assay" : `${windowTitle} – Assay`;
  useEffect(() => {
    document.title = title;
    // Outside the app (a browser during development) there is no window to name.
    Promise.resolve()
      .then(() => getCurrentWindow().setTitle(title))
      .catch(() => undefined);
  }, [title]);
  return null;
}
