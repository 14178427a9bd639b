// @vitest-environment jsdom
import { act } from "react";
import { expect, it, vi } from "vitest";
import { mounted, type } from "../app/testing";
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
