/** The limits that were set to something else than usual, each as the program reads it: `NAME=VALUE`. */
export function settingsOf(values: Readonly<Record<string, string>>): string[] {
  return Object.entries(values)
    .filter(([, value]) => value.trim() !== "")
    .map(([name, value]) => `${name}=${value.trim()}`);
}
