/** A found text with its hit marked; the engine sets U+0002 and U+0003 round the hit. */
export function Snippet({ text }: { text: string }) {
  return snippetParts(text).map((part, index) => (part.hit ? <mark key={index}>{part.text}</mark> : <span key={index}>{part.text}</span>));
}

/** The text in parts, the hits told from the rest. */
export function snippetParts(text: string): { text: string; hit: boolean }[] {
  return text
    .split(/(\u0002[^\u0003]*\u0003?)/)
    .filter((part) => part !== "")
    .map((part) => (part.startsWith("\u0002") ? { text: part.replace(/[\u0002\u0003]/g, ""), hit: true } : { text: part.replace(/\u0003/g, ""), hit: false }))
    .filter((part) => part.text !== "");
}
