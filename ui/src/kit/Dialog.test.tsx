// @vitest-environment jsdom
import { act } from "react";
import { expect, it, vi } from "vitest";
import { mounted, press, type } from "../app/testing";
import { Dialog } from "./Dialog";
import { TextField } from "./TextField";

const onClose = vi.fn();
const dialog = (holdsText = false) => (
  <Dialog title="A question" isOpen onClose={onClose} holdsText={holdsText}>
    <TextField label="Reason" value="" onChange={() => undefined} />
    <TextField label="Find" type="search" value="" onChange={() => undefined} />
  </Dialog>
);

/** A press beside the dialog. */
async function beside() {
  const scrim = document.querySelector("[role=dialog]")?.closest("[class*=overlay]");
  if (!scrim) throw new Error("no dialog");
  for (const name of ["pointerdown", "mousedown", "mouseup", "click"]) await act(async () => scrim.dispatchEvent(new MouseEvent(name, { bubbles: true, cancelable: true, button: 0 })));
}

it("closes by a press beside it while nothing is written", async () => {
  onClose.mockReset();
  await mounted(dialog());
  await type("Find", "mei");
  await beside();
  expect(onClose).toHaveBeenCalledTimes(1);
});
/** Escape, pressed in a field. */
async function escape() {
  const field = document.querySelector("[role=dialog] input");
  await act(async () => field?.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", code: "Escape", bubbles: true, cancelable: true })));
}

it("asks before Escape and the cross lose what was typed", async () => {
  onClose.mockReset();
  await mounted(dialog());
  await type("Reason", "too far");
  await escape();
  expect(onClose).not.toHaveBeenCalled();
  await press("Go on writing");
  await press("Close");
  expect(onClose).not.toHaveBeenCalled();
  await press("Throw away");
  expect(onClose).toHaveBeenCalledTimes(1);
});
it("closes by Escape where nothing is typed, and where what is typed is kept", async () => {
  onClose.mockReset();
  const { draw } = await mounted(dialog());
  await escape();
  await draw(null);
  await draw(dialog(true));
  await type("Reason", "too far");
  await escape();
  expect(onClose).toHaveBeenCalledTimes(2);
});
it("stays with what was typed in it, and with text from before", async () => {
  onClose.mockReset();
  const { draw } = await mounted(dialog());
  await type("Reason", "too far");
  await beside();
  expect(onClose).not.toHaveBeenCalled();
  await draw(null);
  await draw(dialog(true));
  await beside();
  expect(onClose).not.toHaveBeenCalled();
});
