// @vitest-environment jsdom
import { act } from "react";
import { expect, it, vi } from "vitest";
import { mounted, press } from "../../app/testing";
import { commands } from "../../generated/bindings";
import { ToastRegion } from "../../kit/Toast";
import { tellRemarks } from "./remarks";

it("says what is odd about a time until it is closed, and nothing where nothing is", async () => {
  const remarks = vi.spyOn(commands, "interviewRemarks").mockResolvedValue({ status: "ok", data: [] });
  const { box } = await mounted(<ToastRegion />);
  await act(() => tellRemarks("a"));
  expect(box.textContent).toBe("");
  remarks.mockResolvedValue({ status: "ok", data: ["Bo Fixture holds System design of Eda Fixture then.", "It has passed already."] });
  vi.useFakeTimers();
  await act(() => tellRemarks("a"));
  act(() => void vi.advanceTimersByTime(60_000));
  vi.useRealTimers();
  expect(box.textContent).toContain("Bo Fixture holds System design of Eda Fixture then. It has passed already.");
  await press("Close");
  expect(box.textContent).toBe("");
});
