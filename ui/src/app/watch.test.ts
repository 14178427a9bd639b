// @vitest-environment jsdom
import { expect, it, vi } from "vitest";

const refreshAll = vi.fn();
const versions: (string | null)[] = [];
vi.mock("./queries", () => ({ refreshAll, refreshChanged: vi.fn() }));
vi.mock("./call", () => ({ call: async () => { const next = versions.shift() ?? null; if (next === null) throw new Error("no workspace"); return next; } }));
vi.mock("../generated/bindings", () => ({ events: { workspaceChanged: { listen: vi.fn() } } }));

it("reads anew what another program wrote, also before its first look", async () => {
  vi.useFakeTimers();
  vi.spyOn(document, "hasFocus").mockReturnValue(true);
  const { watchWorkspace } = await import("./watch");
  watchWorkspace();
  const looks = async (next: string | null) => {
    versions.push(next);
    await vi.advanceTimersByTimeAsync(2_000);
    return refreshAll.mock.calls.length;
  };
  expect([await looks(null), await looks("1"), await looks("1"), await looks("2"), await looks("2")]).toEqual([0, 1, 1, 2, 2]);
  expect([await looks(null), await looks("2")]).toEqual([2, 3]);
});
