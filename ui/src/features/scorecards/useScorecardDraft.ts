import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { Form, ScorecardInput } from "../../generated/bindings";
import { call } from "../../app/call";
import { Autosave } from "./autosave";
import { inputFrom, reduceDraft, type DraftAct } from "./draft";

/** The scorecard being written, and its saving. `unsaved`: something would be lost by leaving. `auto` is null where no draft is kept (paper entry, amending). */
export type Writing = { input: ScorecardInput; act: (act: DraftAct) => void; flush: () => Promise<boolean>; unsaved: boolean; auto: Autosave<ScorecardInput> | null };

/** Holds what is written over a form's draft. Where a command saves it, that happens as it is typed and when the screen is left. */
export function useScorecardDraft(form: Form, start: ScorecardInput | null, savedBy: "scorecardSaveDraft" | "retestSaveDraft" | null): Writing {
  const [first] = useState(() => start ?? inputFrom(form.rubric.criteria, form.draft));
  const [input, setInput] = useState(first);
  const latest = useRef(input);
  const [auto] = useState(() =>
    savedBy ? new Autosave<ScorecardInput>((value) => call(savedBy, form.interview.id, value), form.draft.saved_at) : null,
  );
  useFlushOnLeave(auto);
  const act = (act: DraftAct) => {
    const next = reduceDraft(latest.current, act);
    if (next === latest.current) return;
    latest.current = next;
    setInput(next);
    auto?.change(next);
  };
  const failed = useSyncExternalStore(auto?.subscribe ?? never, () => auto?.snapshot().state === "failed");
  return { input, act, flush: async () => (auto ? auto.flush() : true), unsaved: auto ? failed : input !== first, auto };
}

/** Where nothing is saved, nothing changes. */
const never = () => () => undefined;

/** Leaving the screen, or the window losing sight, loses nothing. */
function useFlushOnLeave(auto: Autosave<ScorecardInput> | null) {
  useEffect(() => {
    const flush = () => void auto?.flush();
    window.addEventListener("blur", flush);
    document.addEventListener("visibilitychange", flush);
    return () => {
      window.removeEventListener("blur", flush);
      document.removeEventListener("visibilitychange", flush);
      flush();
    };
  }, [auto]);
}
