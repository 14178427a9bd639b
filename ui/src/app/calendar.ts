/** Saving interviews as a calendar file. */
import { save } from "@tauri-apps/plugin-dialog";
import type { CalendarQuery } from "../generated/bindings";
import { showToast } from "../kit";
import { call } from "./call";
import { savedText } from "./calendarText";
import { showError } from "./queries";

/** Asks where, writes the file, and says what is in it. The name holds no candidate's. */
export async function saveCalendar(query: Partial<CalendarQuery>, name: string): Promise<void> {
  const file = `${name}${query.cancelled ? "-cancelled" : ""}.ics`;
  try {
    const path = await save({ title: "Save for a calendar", defaultPath: file, filters: [{ name: "Calendar", extensions: ["ics"] }] });
    if (path === null) return;
    const saved = await call("interviewSaveCalendar", { interview_id: null, person_id: null, role_id: null, cancelled: false, ...query }, path);
    showToast({ message: savedText(saved), tone: "plain" });
  } catch (error) {
    showError(error);
  }
}
