import { QueryClientProvider } from "@tanstack/react-query";
import { act, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { onTestFinished, vi } from "vitest";
import { queryClient } from "./queries";

/** For tests: draws something in a page of its own, which is gone when the test is over; `draw` draws it anew, `leave` takes it away. */
export async function mounted(node: ReactNode) {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  vi.stubGlobal("CSS", { escape: (text: string) => text });
  const box = document.body.appendChild(document.createElement("div"));
  const root = createRoot(box);
  const draw = (next: ReactNode) => act(async () => root.render(<QueryClientProvider client={queryClient}>{next}</QueryClientProvider>));
  const leave = () => act(async () => root.render(null));
  onTestFinished(async () => {
    await act(async () => root.unmount());
    box.remove();
    queryClient.clear();
  });
  await draw(node);
  return { box, draw, leave };
}

/** Types into the field with this label, as a person would. */
export async function type(label: string, text: string) {
  const field = fieldOf(label);
  const proto = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
  await act(async () => {
    Object.getOwnPropertyDescriptor(proto, "value")?.set?.call(field, text);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

/** The field with this label. */
export function fieldOf(label: string): HTMLInputElement | HTMLTextAreaElement {
  const found = [...document.querySelectorAll("label")].find((one) => one.textContent === label);
  const field = found && document.getElementById(found.htmlFor);
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) throw new Error(`no field "${label}": ${document.body.textContent}`);
  return field;
}

/** Whether the screen that asked for `blocker` is not left, once it has done what it does before. */
export async function isKept(blocker: { shouldBlock: () => Promise<boolean> }): Promise<boolean> {
  let blocked = false;
  await act(async () => void (blocked = await blocker.shouldBlock()));
  return blocked;
}

/** The button with these words. */
export function buttonOf(words: string): HTMLButtonElement {
  const found = [...document.querySelectorAll("button")].find((one) => one.textContent === words || one.getAttribute("aria-label") === words);
  if (!found) throw new Error(`no button "${words}": ${document.body.textContent}`);
  return found;
}

/** Presses the button with these words. */
export async function press(words: string) {
  await act(async () => buttonOf(words).click());
}
