import { useState, type MouseEvent, type SyntheticEvent } from "react";
import { Button } from "./Button";
import { classes } from "./classes";
import styles from "./NumberedText.module.css";

/** Lines of a text, counted from 1, both included; `quote` is what is selected in them, empty for all of them. */
export type Lines = { from: number; to: number; quote: string };

/** Lines that are drawn before one asks for the rest. */
const FIRST = 2_000;

/** A foreign text with numbered lines. Selecting text, or pressing numbers (with Shift: up to there), chooses lines. */
export function NumberedText({ label, text, mono, chosen, onChoose }: { label: string; text: string; mono?: boolean; chosen: Lines | null; onChoose: (lines: Lines | null) => void }) {
  const [isWhole, setWhole] = useState(false);
  const all = text.split("\n");
  const shown = isWhole ? all : all.slice(0, FIRST);
  const select = (event: SyntheticEvent<HTMLElement>) => {
    const lines = selectedLines(event.currentTarget, window.getSelection());
    if (lines) onChoose(wholeWhere(lines, all));
  };
  const press = (event: MouseEvent, line: number) => onChoose(event.shiftKey && chosen ? { from: Math.min(chosen.from, line), to: Math.max(chosen.to, line), quote: "" } : chosen?.from === line && chosen.to === line ? null : { from: line, to: line, quote: "" });
  return (
    <>
      <div role="document" aria-label={label} tabIndex={0} className={classes(styles.text, mono && styles.mono)} onMouseUp={select} onKeyUp={select}>
        {shown.map((line, index) => (
          <div key={index} data-line={index + 1} className={classes(styles.line, chosen && index + 1 >= chosen.from && index + 1 <= chosen.to && styles.chosen)}>
            <span aria-hidden="true" className={styles.number} onClick={(event) => press(event, index + 1)} />
            <span className={styles.words} dir="auto">
              {line}
            </span>
          </div>
        ))}
      </div>
      {shown.length < all.length && (
        <div className={styles.more}>
          <Button small onPress={() => setWhole(true)}>
            Show the other {(all.length - shown.length).toLocaleString("en-GB")} lines
          </Button>
        </div>
      )}
    </>
  );
}

/** The lines of a selection inside `root`; null where nothing in it is selected. */
export function selectedLines(root: HTMLElement, selection: Selection | null): Lines | null {
  const quote = selection?.toString().trim() ?? "";
  if (!selection || selection.isCollapsed || quote === "") return null;
  const ends = [lineOf(selection.anchorNode, root), lineOf(selection.focusNode, root)];
  const [one, other] = ends;
  if (one == null || other == null) return null;
  return { from: Math.min(one, other), to: Math.max(one, other), quote };
}

/** Without a quote where it is all that the lines say. */
export function wholeWhere(lines: Lines, all: readonly string[]): Lines {
  const spaced = (text: string) => text.split(/\s+/).filter(Boolean).join(" ");
  const whole = spaced(all.slice(lines.from - 1, lines.to).join(" "));
  return spaced(lines.quote) === whole ? { ...lines, quote: "" } : lines;
}

function lineOf(node: Node | null, root: HTMLElement): number | null {
  const element = node instanceof HTMLElement ? node : (node?.parentElement ?? null);
  if (!element || !root.contains(element)) return null;
  const line = element.closest<HTMLElement>("[data-line]")?.dataset.line;
  return line === undefined ? null : Number(line);
}

/** "line 3", "lines 3 to 5". */
export function linesText({ from, to }: Lines): string {
  return from === to ? `line ${from}` : `lines ${from} to ${to}`;
}
