/** Paths pasted as text: one a line, quotes and file: addresses taken off. */
export function pathsOfText(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim().replace(/^(["'])(.*)\1$/, "$2"))
    .map((line) => (line.startsWith("file://") ? decodeFileAddress(line) : line))
    .filter((line) => line !== "");
}

function decodeFileAddress(address: string): string {
  const path = address.slice("file://".length);
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Adds paths to a list, none twice. */
export function addPaths(list: readonly string[], more: readonly string[]): string[] {
  return [...new Set([...list, ...more])];
}

/** The last part of a path. */
export function baseName(path: string): string {
  return path.replace(/[/\\]+$/, "").split(/[/\\]/).pop() || path;
}
