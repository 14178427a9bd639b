import { save } from "@tauri-apps/plugin-dialog";

/** Asks where a file goes; null where nobody said. `kind` is what files with this ending are. */
export async function savePath(title: string, name: string, ending: string, kind: string): Promise<string | null> {
  const path = await save({ title, defaultPath: `${name}.${ending}`, filters: [{ name: kind, extensions: [ending] }] });
  return path === null ? null : endingOf(path, ending);
}

/** The path with an ending that says what the file holds: dialogs do not always add it. Pure. */
export function endingOf(path: string, ending: string): string {
  return path.toLowerCase().endsWith(`.${ending}`) ? path : `${path}.${ending}`;
}
