import { useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import type { Criterion, Form, RatingInput, ScorecardInput } from "../../../generated/bindings";
import { classes, levelClass } from "../../../kit";
import { nextOpenRow, progress, type DraftAct } from "../draft";
import { gridKey, noteKey, type Focus } from "../keys";
import { WhatWouldRaise } from "../WhatWouldRaise";
import styles from "./Criteria.module.css";

/** The criteria: a level by one key, a note for each, the anchors of the one in focus in full. */
export function CriteriaPane({ form, input, onAct, onLog }: { form: Form; input: ScorecardInput; onAct: (act: DraftAct) => void; onLog: () => void }): ReactNode {
  const [focus, setFocus] = useState<Focus>(() => ({ row: nextOpenRow(input, input.ratings.length - 1), column: 1 }));
  const pane = useRef<HTMLElement>(null);
  const { criteria, levels } = form.rubric;
  const focusCell = (to: Focus) => pane.current?.querySelector<HTMLElement>(`[data-row="${to.row}"][data-column="${to.column}"]`)?.focus();
  const columnOf = (row: number) => input.ratings[row]?.level ?? 1;
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset.column === undefined) return;
    const key = { key: event.key, ctrl: event.ctrlKey, meta: event.metaKey, alt: event.altKey };
    if (key.key.toLowerCase() === "l" && !key.ctrl && !key.meta && !key.alt) {
      event.preventDefault();
      return onLog();
    }
    const meant = gridKey(key, focus, { rows: criteria.length, levels });
    if (!meant || meant.act === "cite" || meant.act === "submit") return;
    event.preventDefault();
    if (meant.act === "move") return focusCell(meant.to.row === focus.row ? meant.to : { row: meant.to.row, column: columnOf(meant.to.row) });
    if (meant.act === "note") return pane.current?.querySelector<HTMLElement>(`[data-note="${meant.row}"]`)?.focus();
    onAct({ act: "level", criterion: criteria[meant.row]?.id ?? "", level: meant.level });
    focusCell({ row: meant.row, column: meant.level });
  };
  return (
    <section className={styles.pane} ref={pane} aria-label="Criteria" data-pane="criteria" tabIndex={-1} onKeyDown={onKeyDown}>
      <h2>Criteria <span role="status">{progress(input).text} rated</span></h2>
      {criteria.map((criterion, row) => (
        <Row
          key={criterion.id}
          criterion={criterion}
          rating={input.ratings[row] ?? { criterion: criterion.id, level: null, note: "", citations: [] }}
          row={row}
          levels={levels}
          focused={focus.row === row}
          tabColumn={focus.row === row ? focus.column : columnOf(row)}
          expected={criterion.expected[form.seniority].level}
          onFocus={(column) => setFocus({ row, column })}
          onAct={onAct}
          onGrid={() => focusCell({ row, column: columnOf(row) })}
        />
      ))}
    </section>
  );
}

type RowProps = {
  criterion: Criterion;
  rating: RatingInput;
  row: number;
  levels: number;
  focused: boolean;
  tabColumn: number;
  expected: number;
  onFocus: (column: number) => void;
  onAct: (act: DraftAct) => void;
  onGrid: () => void;
};

function Row(props: RowProps): ReactNode {
  const { criterion, rating, row, focused, expected } = props;
  const columns = [0, ...Array.from({ length: props.levels }, (_, i) => i + 1)];
  const title = `room-${criterion.id}`;
  return (
    <section className={classes(styles.row, focused && styles.focused)}>
      <div className={styles.head}>
        <h3 id={title}>{criterion.title}</h3>
        <div role="radiogroup" aria-labelledby={title} className={styles.levels}>
          {columns.map((level) => (
            <Cell key={level} {...props} level={level} />
          ))}
        </div>
      </div>
      {focused ? <Anchors criterion={criterion} level={rating.level} expected={expected} /> : <Said criterion={criterion} level={rating.level} />}
      <textarea
        className={styles.note}
        aria-label={`Note on ${criterion.title}`}
        placeholder="What they said or did"
        data-note={row}
        rows={Math.min(6, Math.max(1, rating.note.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 60)), 0)))}
        value={rating.note}
        onFocus={() => props.onFocus(rating.level ?? 1)}
        onChange={(event) => props.onAct({ act: "note", criterion: criterion.id, note: event.target.value })}
        onKeyDown={(event) => noteKey({ key: event.key }) === "grid" && props.onGrid()}
      />
      <WhatWouldRaise large rating={rating} expected={expected} onAct={props.onAct} />
    </section>
  );
}

function Cell({ rating, row, level, tabColumn, focused, criterion, onFocus, onAct }: RowProps & { level: number }): ReactNode {
  const chosen = rating.level === level;
  const anchor = level === 0 ? "Not assessed" : `${level}: ${criterion.anchors[level - 1] ?? ""}`;
  return (
    <button
      type="button"
      role="radio"
      aria-checked={chosen}
      aria-label={anchor}
      data-row={row}
      data-column={level}
      tabIndex={tabColumn === level ? 0 : -1}
      className={classes(styles.cell, chosen && styles.chosen, chosen && (level === 0 ? styles.skipped : levelClass(level)))}
      onFocus={() => onFocus(level)}
      onClick={() => onAct({ act: "level", criterion: criterion.id, level })}
      {...(focused && tabColumn === level ? { "data-first": true } : {})}
    >
      {level}
    </button>
  );
}

/** All anchors, for the criterion in focus. */
function Anchors({ criterion, level, expected }: { criterion: Criterion; level: number | null; expected: number }): ReactNode {
  return (
    <ol className={styles.anchors}>
      {criterion.anchors.map((anchor, i) => (
        <li key={i} className={classes(level === i + 1 && styles.given)}>
          <strong>{i + 1}</strong> {anchor}
          {expected === i + 1 && <em> Expected here.</em>}
        </li>
      ))}
    </ol>
  );
}

/** The anchor that was given, for the others. */
function Said({ criterion, level }: { criterion: Criterion; level: number | null }): ReactNode {
  if (level === null) return null;
  return <p className={styles.said}>{level === 0 ? <em>Not assessed.</em> : criterion.anchors[level - 1]}</p>;
}
