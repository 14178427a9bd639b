import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { allSaved, Autosave } from "./autosave";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("autosave", () => {
  it("saves once, a moment after the last change", async () => {
    const save = vi.fn(async (_: string) => "14:02");
    const auto = new Autosave(save, null, 400);
    auto.change("a");
    await vi.advanceTimersByTimeAsync(300);
    auto.change("ab");
    await vi.advanceTimersByTimeAsync(399);
    expect(save).not.toHaveBeenCalled();
    expect(auto.snapshot()).toEqual({ state: "changed" });
    await vi.advanceTimersByTimeAsync(1);
    expect(save.mock.calls).toEqual([["ab"]]);
    expect(auto.snapshot()).toEqual({ state: "saved", at: "14:02" });
  });

  it("saves in the midst of typing that has no pause", async () => {
    const save = vi.fn(async (_: string) => "14:02");
    const auto = new Autosave(save, null, 400, 800);
    for (let key = 1; key <= 20; key += 1) {
      auto.change("x".repeat(key));
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(save.mock.calls.map(([text]) => text.length)).toEqual([8, 16]);
  });

  it("lets a reader wait for what is being saved", async () => {
    const done: (() => void)[] = [];
    const auto = new Autosave<string>(() => new Promise((resolve) => done.push(() => resolve("t"))), null, 10);
    auto.change("a");
    void auto.flush();
    let read = false;
    void allSaved().then(() => (read = true));
    await vi.advanceTimersByTimeAsync(50);
    expect(read).toBe(false);
    done[0]?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(read).toBe(true);
  });

  it("never runs two saves at once, and the last value wins", async () => {
    const done: (() => void)[] = [];
    const seen: string[] = [];
    const auto = new Autosave<string>((value) => {
      seen.push(value);
      return new Promise((resolve) => done.push(() => resolve("t")));
    }, null, 10);
    auto.change("a");
    await vi.advanceTimersByTimeAsync(10);
    auto.change("b");
    const flushed = auto.flush();
    await vi.advanceTimersByTimeAsync(50);
    expect(seen).toEqual(["a"]);
    done[0]?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(seen).toEqual(["a", "b"]);
    done[1]?.();
    expect(await flushed).toBe(true);
  });

  it("says why it failed, keeps the text, and saves it on the next try", async () => {
    let full = true;
    const seen: string[] = [];
    const auto = new Autosave<string>(async (value) => {
      if (full) throw new Error("The disk is full.");
      seen.push(value);
      return "t";
    }, null, 10);
    auto.change("kept");
    expect(await auto.flush()).toBe(false);
    expect(auto.snapshot()).toEqual({ state: "failed", why: "The disk is full." });
    full = false;
    expect(await auto.flush()).toBe(true);
    expect(seen).toEqual(["kept"]);
  });

  it("saves nothing after it was closed", async () => {
    const save = vi.fn(async (_: string) => "t");
    const auto = new Autosave(save, "before", 10);
    auto.change("a");
    auto.close();
    auto.change("b");
    await vi.advanceTimersByTimeAsync(50);
    expect(save).not.toHaveBeenCalled();
  });
});
