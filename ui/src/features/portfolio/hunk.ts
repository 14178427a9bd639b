/** A piece of a difference, line by line with its numbers. Pure. Format: unified diff, as `git diff` writes it. */

export type HunkLine = { kind: "added" | "removed" | "same" | "note"; before: number | null; after: number | null; text: string };

const HEAD = /^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@/;

/** Reads a hunk; what has no head is numbered from nowhere. */
export function parseHunk(hunk: string): HunkLine[] {
  const lines = hunk.replace(/\r\n/g, "\n").replace(/\n$/, "").split("\n");
  const head = HEAD.exec(lines[0] ?? "");
  let before = head ? Number(head[1]) : null;
  let after = head ? Number(head[2]) : null;
  return (head ? lines.slice(1) : lines).map((line): HunkLine => {
    const text = line.slice(1);
    switch (line[0]) {
      case "+":
        return { kind: "added", before: null, after: after === null ? null : after++, text };
      case "-":
        return { kind: "removed", before: before === null ? null : before++, after: null, text };
      case "\\":
        return { kind: "note", before: null, after: null, text: line };
      default:
        return { kind: "same", before: before === null ? null : before++, after: after === null ? null : after++, text };
    }
  });
}

const SHOWN = 12;

/** The last lines of a hunk, which the comment is about; how many stand before them. */
export function tailOf(lines: readonly HunkLine[], shown = SHOWN): { hidden: number; lines: HunkLine[] } {
  const hidden = Math.max(0, lines.length - shown);
  return { hidden, lines: lines.slice(hidden) };
}
