import type { Interview } from "../../generated/bindings";
import { goTo } from "../../app/session";
import { saveCalendar } from "../../app/calendar";
import type { MenuAction } from "../../kit";

/** A change of an interview that asks something first. */
export type Change = "reassign" | "reschedule" | "cancel";

/** What can be done with an interview in its state. A submitted or cancelled one is only read. */
export function interviewActions(interview: Interview, onChange: (change: Change) => void): MenuAction[] {
  const calendar = { id: "calendar", label: interview.state === "cancelled" ? "Calendar file that takes it out…" : "Save for a calendar…", onAction: () => void saveCalendar({ interview_id: interview.id }, "interview") };
  const timed = interview.starts_local === null ? [] : [calendar];
  if (interview.state === "cancelled") return timed;
  const open = { id: "open", label: openLabel(interview), onAction: () => goTo(`/interviews/${interview.id}`) };
  if (interview.state === "submitted") return [open];
  return [
    open,
    { id: "reschedule", label: interview.starts_local === null ? "Give it a time" : "Change its time", onAction: () => onChange("reschedule") },
    ...timed,
    { id: "reassign", label: "Reassign", onAction: () => onChange("reassign") },
    { id: "cancel", label: "Cancel with a reason", danger: true, onAction: () => onChange("cancel") },
  ];
}

function openLabel(interview: Interview): string {
  if (interview.state === "submitted") return "Read the scorecard";
  return interview.mine ? "Fill in the scorecard" : "Type in a paper scorecard";
}
