/** Saving interviews as a calendar file. */
import type { CalendarQuery } from "../generated/bindings";
import { showToast } from "../kit";
import { call } from "./call";
import { savedText } from "./calendarText";
import { showError } from "./queries";
import { savePath } from "./savePath";

/** Asks where, writes the file, and says what is in it. The name holds no candidate's. */
export async function saveCalendar(query: Partial<CalendarQuery>, name: string): Promise<void> {
  try {
    const path = await savePath("Save for a calendar", `${name}${query.cancelled ? "-cancelled" : ""}`, "ics", "Calendar");
    if (path === null) return;
    const saved = await call("interviewSaveCalendar", { interview_id: null, person_id: null, role_id: null, cancelled: false, ...query }, path);
    showToast({ message: savedText(saved), tone: "plain" });
  } catch (error) {
    showError(error);
  }
}
