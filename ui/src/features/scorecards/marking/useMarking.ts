import { useEffect, useRef, useState } from "react";
import type { MarkingEntry, MarkingInput, MarkingSheet } from "../../../generated/bindings";
import { call } from "../../../app/call";
import { Autosave } from "../autosave";
import type { DraftAct } from "../draft";
import { inputOf, ratingsOf, withInput, type Overlay } from "./marking";

/** What is to be saved: the last change of each rating, by interview and criterion. */
type Pending = ReadonlyMap<string, { interview: string; input: MarkingInput }>;

/** The ratings that are written while marking, and their saving: one criterion of one draft at a time. */
export function useMarking(sheet: MarkingSheet) {
  const [overlay, setOverlay] = useState<Overlay>({});
  const latest = useRef(overlay);
  const pending = useRef<Pending>(new Map());
  const [auto] = useState(() => new Autosave<Pending>((changes) => saveAll(changes, pending), null));
  useEffect(() => {
    const flush = () => void auto.flush();
    window.addEventListener("blur", flush);
    return () => {
      window.removeEventListener("blur", flush);
      flush();
    };
  }, [auto]);
  const act = (entry: MarkingEntry, what: DraftAct) => {
    const input = inputOf(entry, ratingsOf(entry, sheet.rubric.criteria, latest.current), what);
    if (!input) return;
    latest.current = withInput(latest.current, entry.interview_id, input);
    setOverlay(latest.current);
    const whole = latest.current[entry.interview_id]?.[input.criterion] ?? input;
    pending.current = new Map(pending.current).set(`${entry.interview_id} ${input.criterion}`, { interview: entry.interview_id, input: whole });
    auto.change(pending.current);
  };
  return { overlay, act, auto };
}

/** Saves each change; what has changed again meanwhile stays to be saved. */
async function saveAll(changes: Pending, pending: { current: Pending }): Promise<string> {
  let at = "";
  for (const [key, change] of changes) {
    at = await call("markingRate", change.interview, change.input);
    if (pending.current.get(key) === change) {
      const rest = new Map(pending.current);
      rest.delete(key);
      pending.current = rest;
    }
  }
  return at || new Date().toISOString();
}
