/** The path with an ending that says what the file holds: dialogs do not always add it. Pure. */
export function endingOf(path: string, ending: string): string {
  return path.toLowerCase().endsWith(`.${ending}`) ? path : `${path}.${ending}`;
}
