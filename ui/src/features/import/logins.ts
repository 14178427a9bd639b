/** The logins in a text, once each, however they are separated; an `@` before one is nobody's. Pure. */
export function loginsOf(text: string): string[] {
  const words = text.split(/[\s,;]+/).map((word) => word.replace(/^@/, "")).filter(Boolean);
  return words.filter((word, index) => words.findIndex((other) => other.toLowerCase() === word.toLowerCase()) === index);
}
