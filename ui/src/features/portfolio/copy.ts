import { showToast } from "../../kit";

/** Puts a text on the clipboard and says so. */
export async function copyText(text: string, what: string): Promise<void> {
  const copied = await navigator.clipboard?.writeText(text).then(
    () => true,
    () => false,
  );
  showToast(copied ? { message: `${what} copied.`, tone: "plain" } : { message: `${what} could not be copied.`, hint: text, tone: "bad" });
}
