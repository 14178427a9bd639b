import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { showError } from "../../../app/queries";
import { call } from "../../../app/call";
import { count } from "../../../app/words";
import type { EvidenceId, MarkingSheet } from "../../../generated/bindings";
import { Button, Disclosure, type Lines, showToast } from "../../../kit";
import { CriterionRow } from "../CriterionRow";
import { gridKey, type Focus } from "../keys";
import { LeaveGuard } from "../LeaveGuard";
import { SaveLine } from "../SaveLine";
import { Answer } from "./Answer";
import { criteriaOf, marked, pageKey, ratingsOf } from "./marking";
import { MarkingEnd } from "./MarkingEnd";
import { MarkingGuide } from "./MarkingGuide";
import foot from "../Foot.module.css";
import styles from "./Marking.module.css";
import { useMarking } from "./useMarking";

/** One answer after the other at the left, the criteria at the right; at the end, how the drafts stand. */
export function MarkingTopic({ sheet, onTopic, onCited }: { sheet: MarkingSheet; onTopic: (topic: string) => void; onCited: () => void }) {
  const { overlay, act, auto } = useMarking(sheet);
  const { asked, others } = criteriaOf(sheet);
  const [at, setAt] = useState(0);
  const [focus, setFocus] = useState<Focus>({ row: 0, column: 1 });
  const grid = useRef<HTMLDivElement>(null);
  const entry = sheet.entries[at];
  // Whoever turns to an answer wants to rate it: its first criterion has the focus.
  useEffect(() => {
    grid.current?.querySelector<HTMLElement>('[data-row="0"][tabindex="0"]')?.focus();
  }, [at]);
  const criteria = [...asked, ...others];
  const progress = marked(sheet, asked, overlay);
  const focusCell = (to: Focus) => grid.current?.querySelector<HTMLElement>(`[data-row="${to.row}"][data-column="${to.column}"]`)?.focus();

  const page = (by: number) => {
    void auto.flush();
    setAt(Math.max(0, Math.min(sheet.entries.length, at + by)));
    setFocus({ row: 0, column: 1 });
  };
  if (!entry) {
    return (
      <>
        <MarkingEnd sheet={sheet} overlay={overlay} auto={auto} onBack={() => page(-1)} onTopic={onTopic} />
        <LeaveGuard save={auto.flush} />
      </>
    );
  }
  const ratings = ratingsOf(entry, criteria, overlay);
  const columnOf = (row: number) => ratings[row]?.level ?? 1;
  const focused = criteria[focus.row];

  const cite = async (part: EvidenceId, lines: Lines | null) => {
    if (!focused) return;
    try {
      await auto.flush();
      await call("submissionCite", entry.interview_id, focused.id, part, lines);
      onCited();
      showToast({ message: `Cited for ${focused.title}.`, tone: "plain" });
    } catch (error) {
      showError(error);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = pageKey({ key: event.key, alt: event.altKey });
    const reading = event.target instanceof HTMLElement && event.target.closest("[data-reading]") !== null;
    // In a long answer the page keys scroll.
    if (by !== null && (event.altKey || !reading)) {
      event.preventDefault();
      return page(by);
    }
    if (!(event.target instanceof HTMLElement) || event.target.dataset.column === undefined) return;
    const meant = gridKey({ key: event.key, ctrl: event.ctrlKey, meta: event.metaKey, alt: event.altKey }, focus, { rows: criteria.length, levels: sheet.rubric.levels });
    if (!meant) return;
    event.preventDefault();
    event.stopPropagation();
    if (meant.act === "move") return focusCell(meant.to);
    if (meant.act === "note") return grid.current?.querySelector<HTMLElement>(`[data-note="${meant.row}"]`)?.focus();
    if (meant.act === "cite") return document.querySelector<HTMLElement>("[data-cite]")?.focus();
    if (meant.act === "submit") return page(1);
    act(entry, { act: "level", criterion: criteria[meant.row]?.id ?? "", level: meant.level });
    focusCell({ row: meant.row, column: meant.level });
  };
  const row = (index: number) => {
    const criterion = criteria[index];
    if (!criterion) return null;
    const rating = entry.ratings.find((one) => one.criterion === criterion.id);
    const citations = rating?.citations ?? 0;
    return (
      <div key={`${entry.interview_id} ${criterion.id}`}>
        <CriterionRow
          criterion={criterion}
          rating={ratings[index] ?? { criterion: criterion.id, level: null, note: "", citations: [] }}
          row={index}
          tabColumn={focus.row === index ? focus.column : columnOf(index)}
          focused={focus.row === index}
          expected={criterion.expected[sheet.seniority].level}
          noteLocked={rating?.note_names ?? false}
          onFocus={(r, column) => setFocus({ row: r, column })}
          onAct={(what) => act(entry, what)}
          onLeaveNote={(r) => focusCell({ row: r, column: columnOf(r) })}
          onSubmit={() => page(1)}
          onBlur={() => void auto.flush()}
        />
        {citations > 0 && <p className={styles.cited}>Cites {count(citations, "place")}; what is cited stands on the scorecard.</p>}
      </div>
    );
  };
  return (
    <div className={foot.screen} onKeyDown={onKeyDown}>
      <div className={styles.columns}>
        <Answer key={entry.interview_id} entry={entry} of={sheet.entries.length} criterion={focused?.title ?? ""} onCite={(part, lines) => void cite(part, lines)} />
        <div className={styles.card} ref={grid} tabIndex={0} role="region" aria-label="Criteria">
          <MarkingGuide sheet={sheet} />
          {asked.map((_, index) => row(index))}
          {others.length > 0 && (
            <div className={styles.others}>
              <Disclosure title={`The other ${others.length} criteria of the rubric`}>{others.map((_, index) => row(asked.length + index))}</Disclosure>
            </div>
          )}
        </div>
      </div>
      <footer className={foot.foot}>
        <strong className={foot.progress}>{progress.text}</strong>
        <SaveLine auto={auto} />
        <span className={foot.keys} aria-hidden="true">
          <kbd>1</kbd>–<kbd>{sheet.rubric.levels}</kbd> level <kbd>0</kbd> not assessed <kbd>N</kbd> note <kbd>E</kbd> cite <kbd>PgDn</kbd> next
        </span>
        <span className={styles.buttons}>
          <Button onPress={() => page(-1)} isDisabled={at === 0}>
            Back
          </Button>
          <Button kind="main" onPress={() => page(1)}>
            {at + 1 === sheet.entries.length ? "To the end" : "Next"}
          </Button>
        </span>
      </footer>
      <LeaveGuard save={auto.flush} />
    </div>
  );
}
