/** What is odd about the time of an interview is said once the time stands; it keeps nobody from agreeing on it. */
import { call } from "../../app/call";
import { showError } from "../../app/queries";
import { showToast } from "../../kit";

/** Says what is worth a look in the time of an interview, until it is closed. */
export async function tellRemarks(id: string): Promise<void> {
  try {
    const remarks = await call("interviewRemarks", id);
    if (remarks.length > 0) showToast({ message: "Look at the time of this interview.", hint: remarks.join(" "), tone: "bad" });
  } catch (error) {
    showError(error);
  }
}
