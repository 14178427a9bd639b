import { type KeyboardEvent, type ReactNode } from "react";
import type { Criterion, RatingInput } from "../../generated/bindings";
import { levelClass } from "../../kit";
import type { DraftAct } from "./draft";
import { noteKey } from "./keys";
import styles from "./CriterionRow.module.css";
import { WhatWouldRaise } from "./WhatWouldRaise";

type Props = {
  criterion: Criterion;
  rating: RatingInput;
  row: number;
  /** the column that takes the focus when one tabs into this row */
  tabColumn: number;
  focused: boolean;
  expected: number;
  /** the note stands as it is and is changed elsewhere */
  noteLocked?: boolean;
  onFocus: (row: number, column: number) => void;
  onAct: (act: DraftAct) => void;
  onLeaveNote: (row: number) => void;
  onSubmit: () => void;
  onBlur: () => void;
};

/** One criterion: its title, the five anchors in full, and beneath them the note with what it cites. */
export function CriterionRow(props: Props): ReactNode {
  const { criterion, rating, focused } = props;
  const title = `criterion-${criterion.id}`;
  return (
    <section className={`${styles.row} ${focused ? styles.focused : ""}`} data-criterion={criterion.id}>
      <div role="radiogroup" aria-labelledby={title}>
        <div className={styles.head}>
          <h3 id={title} className={styles.title}>{criterion.title}</h3>
          <span className={styles.weight}>weight {criterion.weight}%</span>
          <Cell {...props} level={0}>
            <span className={styles.figure}>0</span> Not assessed
          </Cell>
        </div>
        <div className={styles.anchors} style={{ gridTemplateColumns: `repeat(${criterion.anchors.length}, minmax(0, 1fr))` }}>
          {criterion.anchors.map((anchor, i) => (
            <Cell {...props} key={i} level={i + 1}>
              <span className={styles.figure}>{i + 1}</span>
              {props.expected === i + 1 && <span className={styles.expected}>expected here</span>}
              <span className={styles.anchor}>{anchor}</span>
            </Cell>
          ))}
        </div>
      </div>
      <Note {...props} />
      {!props.noteLocked && <WhatWouldRaise rating={rating} expected={props.expected} onAct={props.onAct} />}
      <Citations rating={rating} onRemove={(index) => props.onAct({ act: "uncite", criterion: rating.criterion, index })} />
    </section>
  );
}

function Cell({ level, children, ...props }: Props & { level: number; children: ReactNode }): ReactNode {
  const chosen = props.rating.level === level;
  const shape = level === 0 ? styles.skip : styles.cell;
  return (
    <button
      type="button"
      role="radio"
      aria-checked={chosen}
      data-row={props.row}
      data-column={level}
      tabIndex={props.tabColumn === level ? 0 : -1}
      className={`${shape} ${chosen ? (level === 0 ? styles.skipped : levelClass(level)) : ""} ${chosen ? styles.chosen : ""}`}
      onFocus={() => props.onFocus(props.row, level)}
      onClick={() => props.onAct({ act: "level", criterion: props.rating.criterion, level })}
    >
      {children}
    </button>
  );
}

function Note({ criterion, rating, row, noteLocked, onAct, onLeaveNote, onSubmit, onBlur, onFocus }: Props): ReactNode {
  const onKeyDown = (event: KeyboardEvent) => {
    const way = noteKey({ key: event.key, ctrl: event.ctrlKey, meta: event.metaKey });
    if (!way) return;
    event.preventDefault();
    event.stopPropagation();
    if (way === "grid") onLeaveNote(row);
    else onSubmit();
  };
  return (
    <textarea
      className={styles.note}
      aria-label={`Note on ${criterion.title}`}
      placeholder="What they said or did"
      data-note={row}
      rows={linesOf(rating.note)}
      value={rating.note}
      readOnly={noteLocked}
      title={noteLocked ? "This note names the candidate. Change it on the scorecard." : undefined}
      onFocus={() => onFocus(row, rating.level ?? 1)}
      onChange={(event) => onAct({ act: "note", criterion: rating.criterion, note: event.target.value })}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
    />
  );
}

/** Room for the whole note, up to eight lines, also where the web view cannot size a field by its text. */
function linesOf(note: string): number {
  const lines = note.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 96)), 0);
  return Math.min(8, lines);
}

function Citations({ rating, onRemove }: { rating: RatingInput; onRemove: (index: number) => void }): ReactNode {
  if (rating.citations.length === 0) return null;
  return (
    <ul className={styles.citations} aria-label="Cited evidence">
      {rating.citations.map((citation, index) => (
        <li key={`${citation.address}-${index}`}>
          <span className={styles.address}>{citation.address}</span>
          {citation.quote && <q className={styles.quote}>{citation.quote}</q>}
          <button type="button" className={styles.remove} aria-label={`Take back the citation of ${citation.address}`} onClick={() => onRemove(index)}>
            Take back
          </button>
        </li>
      ))}
    </ul>
  );
}
