import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import type { Form, Kit } from "../../../generated/bindings";
import { usePlace } from "../../../kit/place";
import { LeaveGuard } from "../LeaveGuard";
import { useScorecardDraft } from "../useScorecardDraft";
import { CluePanel } from "./CluePanel";
import { CriteriaPane } from "./CriteriaPane";
import { begun, latestSection, released, releasedAt, runningSection, stopped, withoutEmpty } from "./log";
import { LogPane } from "./LogPane";
import styles from "./Room.module.css";
import { RoomHead } from "./RoomHead";
import { paneAfter, ROOM_KEYS, roomKey, type RoomAct } from "./roomKeys";
import { SectionList } from "./SectionList";
import { nextSection, sectionsOf } from "./sections";
import { useFullScreen } from "./useFullScreen";

const PANES = ["sections", "criteria", "log"] as const;

/** The room: what is said and released at the left, criteria and a running log at the right; all that happens is in the draft. */
export function Room({ form, kit }: { form: Form; kit: Kit | null }): ReactNode {
  const { interview } = form;
  const { input, act, flush, unsaved, auto } = useScorecardDraft(form, null, "scorecardSaveDraft");
  const { full, setFull } = useFullScreen();
  const navigate = useNavigate();
  const root = useRef<HTMLDivElement>(null);
  const sections = sectionsOf(form, kit);
  const { log } = input;
  const running = runningSection(log);
  const [shown, setShown] = useState(() => latestSection(log) ?? sections[0]?.id ?? "");
  usePlace(`Interview mode: ${interview.assessment_title}`, [], `Interview, ${interview.assessment_title}`);
  useEffect(() => toPane(root.current, PANES[0]), []);

  const clock = () => new Date().toISOString();
  const begin = (id: string) => {
    const section = sections.find((one) => one.id === id);
    if (!section) return;
    act({ act: "log", change: (before) => begun(before, section, clock()) });
    setShown(id);
  };
  const pause = () => {
    if (running !== null) act({ act: "log", change: (before) => stopped(before, clock()) });
    else begin(shown);
  };
  const release = (id: string) => {
    const clue = kit?.clues.find((one) => one.id === id);
    if (clue) act({ act: "log", change: (before) => released(before, clue, clock()) });
  };
  const leave = async () => {
    act({ act: "log", change: withoutEmpty });
    if (await flush()) void navigate({ to: "/interviews/$interviewId", params: { interviewId: interview.id } });
  };
  const run = (what: RoomAct) => {
    switch (what) {
      case "next-section":
        return begin(nextSection(sections, latestSection(log))?.id ?? "");
      case "release-clue":
        return release(kit?.clues.find((clue) => releasedAt(log, clue.id) === null)?.id ?? "");
      case "next-pane":
      case "previous-pane":
        return toPane(root.current, paneAfter(PANES, paneOf(document.activeElement), what === "next-pane" ? 1 : -1));
      case "pause":
        return pause();
      case "full-screen":
        return setFull(!full);
      case "leave-full-screen":
        return setFull(false);
      case "scorecard":
        return void leave();
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const meant = roomKey({ key: event.key, ctrl: event.ctrlKey, meta: event.metaKey, alt: event.altKey, shift: event.shiftKey });
    if (!meant || event.defaultPrevented) return;
    event.preventDefault();
    run(meant);
  };

  return (
    <div className={styles.room} ref={root} onKeyDown={onKeyDown}>
      <RoomHead interview={interview} log={log} auto={auto} full={full} onFull={() => setFull(!full)} onLeave={() => void leave()} />
      <div className={styles.columns}>
        <section className={styles.left} aria-label="Prompts and clues" data-pane="sections" tabIndex={-1}>
          <SectionList sections={sections} log={log} shown={shown} running={running} onShow={setShown} onBegin={begin} onPause={pause} />
          {kit && kit.clues.length > 0 && <CluePanel clues={kit.clues} name={{ id: kit.id, version: kit.version }} log={log} onRelease={release} />}
        </section>
        <div className={styles.right}>
          <CriteriaPane form={form} input={input} onAct={act} onLog={() => toPane(root.current, "log")} />
          <LogPane log={log} onChange={(change) => act({ act: "log", change })} />
        </div>
      </div>
      <footer className={styles.keys} aria-hidden="true">
        {ROOM_KEYS.map(({ key, does }) => (
          <span key={key}><kbd>{key}</kbd> {does}</span>
        ))}
        <span><kbd>1</kbd>–<kbd>{form.rubric.levels}</kbd> level, <kbd>0</kbd> not assessed, <kbd>N</kbd> note, <kbd>L</kbd> log</span>
      </footer>
      <LeaveGuard save={flush} unsaved={unsaved} />
    </div>
  );
}

/** The part of the screen in which something stands. */
function paneOf(element: Element | null): string | null {
  return element?.closest<HTMLElement>("[data-pane]")?.dataset.pane ?? null;
}

/** Leads into a part: to what one does there first. */
function toPane(root: HTMLElement | null, pane: string) {
  const part = root?.querySelector<HTMLElement>(`[data-pane="${pane}"]`);
  (part?.querySelector<HTMLElement>("[data-first]") ?? part)?.focus();
}
