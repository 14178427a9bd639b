/**
 * Saves what is typed a moment after the last change, one save at a time, and says how it stands. A small store of
 * its own, so that nothing typed hangs on the life of a component: `flush` on blur, on leaving and before submitting.
 */

/** What the foot of the screen says. */
export type SaveState =
  | { state: "untouched"; at: string | null }
  | { state: "changed" }
  | { state: "saving" }
  | { state: "saved"; at: string }
  | { state: "failed"; why: string };

/** Saves a value; gives the instant of saving, or throws an Error whose message is for people. */
export type Save<T> = (value: T) => Promise<string>;

/** See the head of the file. */
export class Autosave<T> {
  private current: SaveState;
  private pending: { value: T } | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | null = null;
  private closed = false;
  private readonly listeners = new Set<() => void>();

  /** `savedAt`: when the draft that was read had been saved; `delay` in milliseconds. */
  constructor(private readonly save: Save<T>, savedAt: string | null, private readonly delay = 400) {
    this.current = { state: "untouched", at: savedAt };
  }

  /** For useSyncExternalStore. */
  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  /** For useSyncExternalStore: the same object until it changes. */
  snapshot = (): SaveState => this.current;

  /** The value as it stands now; it will be saved soon. */
  change(value: T): void {
    if (this.closed) return;
    this.pending = { value };
    if (!this.running) this.set({ state: "changed" });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), this.delay);
  }

  /** Saves at once what is not saved yet. True when everything typed is safe. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer);
    while (this.running || this.pending) {
      if (!this.running) this.running = this.saveOnce();
      await this.running;
      if (this.current.state === "failed") return false;
    }
    return true;
  }

  /** Nothing is saved after this: the scorecard has been submitted. */
  close(): void {
    this.closed = true;
    this.pending = null;
    clearTimeout(this.timer);
  }

  private async saveOnce(): Promise<void> {
    const { pending } = this;
    this.pending = null;
    if (!pending) {
      this.running = null;
      return;
    }
    this.set({ state: "saving" });
    try {
      const at = await this.save(pending.value);
      this.running = null;
      this.set(this.pending ? { state: "changed" } : { state: "saved", at });
    } catch (error) {
      this.running = null;
      // What could not be saved stays to be saved: by the next change, or by the button.
      if (!this.closed) this.pending ??= pending;
      this.set({ state: "failed", why: error instanceof Error ? error.message : String(error) });
    }
  }

  private set(next: SaveState): void {
    this.current = next;
    for (const listener of this.listeners) listener();
  }
}
