import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import type { CitationInput, EvidenceRow, Form, LogEntry, Missing, ScorecardInput } from "../../generated/bindings";
import { call } from "../../app/call";
import { LogLines } from "../../app/LogLines";
import { showError } from "../../app/queries";
import { Button } from "../../kit";
import { Closing } from "./Closing";
import { CriterionRow } from "./CriterionRow";
import { nextOpenRow, progress, type DraftAct } from "./draft";
import foot from "./Foot.module.css";
import styles from "./Editor.module.css";
import { citationOf } from "./evidence";
import { EvidencePicker } from "./EvidencePicker";
import { FlagList } from "./FlagList";
import { Guide } from "./Guide";
import { gridKey, type Focus } from "./keys";
import { LeaveGuard } from "./LeaveGuard";
import { MissingList } from "./MissingList";
import { SaveLine } from "./SaveLine";
import { SubmitDialog, submitLabel, type SubmitMode } from "./SubmitDialog";
import { Timer } from "./Timer";
import { useScorecardDraft } from "./useScorecardDraft";

/** What keeps a draft, and by which command. */
const SAVED_BY: Partial<Record<SubmitMode, "scorecardSaveDraft" | "retestSaveDraft">> = { own: "scorecardSaveDraft", again: "retestSaveDraft" };

/** Something to read and cite from beside the criteria; `criterion` is the one in focus. */
export type Beside = (interviewId: string, criterion: string, onCite: (citation: CitationInput) => void) => ReactNode;

/** The scorecard while it is written: the guide and the evidence at the left, the criteria with their anchors at the right. */
export function Editor({ form, mode, start, beside, onDone }: {
  form: Form;
  /** what was handed in */
  beside?: Beside;
  mode: SubmitMode;
  /** what an amendment begins with */
  start: ScorecardInput | null;
  onDone: () => void;
}): ReactNode {
  const { input, act, flush, unsaved, auto } = useScorecardDraft(form, start, SAVED_BY[mode] ?? null);
  const [focus, setFocus] = useState<Focus>({ row: 0, column: 1 });
  const [missing, setMissing] = useState<Missing[] | null>(null);
  const [submitting, setSubmitting] = useState(false);
  const [submitted, setSubmitted] = useState(false);
  const grid = useRef<HTMLDivElement>(null);
  const { criteria } = form.rubric;
  const focused = criteria[focus.row] ?? criteria[0];

  const focusCell = (to: Focus) => grid.current?.querySelector<HTMLElement>(`[data-row="${to.row}"][data-column="${to.column}"]`)?.focus();
  const save = () => void flush();
  // Whoever opens a scorecard wants to rate: the first criterion still open has the focus.
  const [firstOpen] = useState(() => nextOpenRow(input, input.ratings.length - 1));
  useEffect(() => {
    grid.current?.querySelector<HTMLElement>(`[data-row="${firstOpen}"][tabindex="0"]`)?.focus();
  }, [firstOpen]);

  const check = async () => {
    try {
      await flush();
      const found = await call("scorecardCheck", form.interview.id, input);
      setMissing(found);
      if (found.length === 0) setSubmitting(true);
    } catch (error) {
      showError(error);
    }
  };
  const cite = async (row: EvidenceRow) => {
    if (!focused) return;
    focusCell({ row: focus.row, column: columnOf(input, focus.row) });
    try {
      const detail = await call("evidenceShow", row.id);
      act({ act: "cite", criterion: focused.id, citation: citationOf(detail.row, detail.body) });
    } catch (error) {
      showError(error);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset.column === undefined) return;
    const meant = gridKey({ key: event.key, ctrl: event.ctrlKey, meta: event.metaKey, alt: event.altKey }, focus, { rows: criteria.length, levels: form.rubric.levels });
    if (!meant) return;
    event.preventDefault();
    event.stopPropagation();
    switch (meant.act) {
      case "move":
        return focusCell(meant.to);
      case "choose":
        act({ act: "level", criterion: criteria[meant.row]?.id ?? "", level: meant.level });
        return focusCell({ row: meant.row, column: meant.level });
      case "note":
        return grid.current?.querySelector<HTMLElement>(`[data-note="${meant.row}"]`)?.focus();
      case "cite":
        return toEvidence();
      case "submit":
        return void check();
    }
  };
  const onGuideKey = (event: KeyboardEvent) => {
    if (event.key === "Escape" && !event.defaultPrevented) focusCell({ row: focus.row, column: columnOf(input, focus.row) });
  };
  const onAct = (next: DraftAct) => {
    setMissing(null);
    act(next);
  };

  return (
    <div className={foot.screen}>
      <div className={styles.columns}>
        <aside className={styles.guide} aria-label="Guide and evidence" tabIndex={0} data-guide onKeyDown={onGuideKey}>
          {input.log.length === 0 ? <Timer minutes={form.interview.minutes} /> : <FromTheRoom log={input.log} />}
          {focused && <Guide criterion={focused} seniority={form.seniority} />}
          {beside && (
            <section className={styles.evidence} aria-label="Handed in">
              <h2 className={styles.heading}>Handed in</h2>
              {beside(form.interview.id, focused?.title ?? "", (citation) => focused && act({ act: "cite", criterion: focused.id, citation }))}
            </section>
          )}
          {mode !== "again" && (
            <section className={styles.evidence} aria-label="Evidence">
              <h2 className={styles.heading}>Evidence to cite</h2>
              <EvidencePicker snapshots={form.snapshots} criterion={focused?.title ?? ""} onCite={(row) => void cite(row)} />
            </section>
          )}
        </aside>
        <div className={styles.card} ref={grid} onKeyDown={onKeyDown}>
          {missing !== null && missing.length > 0 && <MissingList missing={missing} criteria={criteria} onGo={(row) => focusCell({ row, column: columnOf(input, row) })} />}
          {criteria.map((criterion, row) => (
            <CriterionRow
              key={criterion.id}
              criterion={criterion}
              rating={input.ratings[row] ?? { criterion: criterion.id, level: null, note: "", citations: [] }}
              row={row}
              tabColumn={focus.row === row ? focus.column : columnOf(input, row)}
              focused={focus.row === row}
              expected={criterion.expected[form.seniority].level}
              onFocus={(r, column) => setFocus({ row: r, column })}
              onAct={onAct}
              onLeaveNote={(r) => focusCell({ row: r, column: columnOf(input, r) })}
              onSubmit={() => void check()}
              onBlur={save}
            />
          ))}
          <FlagList flags={form.rubric.red_flags} raised={input.flags} onAct={onAct} onBlur={save} />
          <Closing input={input} onAct={onAct} onBlur={save} />
        </div>
      </div>
      <footer className={foot.foot}>
        <strong className={foot.progress}>{progress(input).text}</strong>
        {auto ? <SaveLine auto={auto} /> : <span className={styles.unsaved}>No draft is kept here: it is stored when you submit.</span>}
        <span className={foot.keys} aria-hidden="true">
          <kbd>1</kbd>–<kbd>{form.rubric.levels}</kbd> level <kbd>0</kbd> not assessed <kbd>N</kbd> note <kbd>E</kbd> cite <kbd>Ctrl</kbd> <kbd>Enter</kbd> submit
        </span>
        <Button kind="main" onPress={() => void check()}>
          {submitLabel(mode)}
        </Button>
      </footer>
      <LeaveGuard save={async () => submitted || (auto ? flush() : !unsaved)} unsaved={unsaved && !submitted} />
      <SubmitDialog
        isOpen={submitting}
        form={form}
        input={input}
        mode={mode}
        onClose={() => setSubmitting(false)}
        onDone={() => {
          auto?.close();
          setSubmitted(true);
          onDone();
        }}
      />
    </div>
  );
}

/** What was noted in interview mode, to rate by. It goes along with the scorecard. */
function FromTheRoom({ log }: { log: LogEntry[] }): ReactNode {
  return (
    <section className={styles.evidence} aria-label="From the room">
      <h2 className={styles.heading}>From the room</h2>
      <LogLines log={log} />
    </section>
  );
}

/** Where one enters a row: at its level, else at the first anchor. */
function columnOf(input: ScorecardInput, row: number): number {
  return input.ratings[row]?.level ?? 1;
}

/** E leads to the first record that can be cited, or to the words to find one by. */
function toEvidence() {
  const guide = document.querySelector<HTMLElement>("[data-guide]");
  const target = guide?.querySelector<HTMLElement>("[data-evidence]") ?? guide?.querySelector<HTMLElement>("[data-evidence-filter] input");
  target?.focus();
}
