/** Hard-wrapped lines put together again, as one reads them. Pure. */

/** A line that begins something of its own: a list, a quotation, a heading, an indented piece, a trailer. */
const OWN = /^(\s|[-*+>#|]|\d+[.)]\s|[A-Z][A-Za-z-]+: )/;
/** Shorter lines were ended on purpose. */
const WRAPPED_FROM = 50;

/** Joins the lines of a paragraph where the writer's editor broke them; everything else stays as it was written. */
export function reflow(text: string): string {
  const lines = text.split("\n");
  return lines.reduce((joined, line, index) => {
    const before = lines[index - 1];
    if (before === undefined) return line;
    const goesOn = before.length >= WRAPPED_FROM && !/^\s/.test(before) && line.trim() !== "" && !OWN.test(line);
    return goesOn ? `${joined} ${line}` : `${joined}\n${line}`;
  }, "");
}
