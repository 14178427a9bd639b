/**
 * Saves what is typed a moment after the last change, and at the latest `most` after the first one that is not saved: who
 * types without a pause loses no more than that when the machine dies. One save at a time, and it says how it stands. A small
 * store of its own, so that nothing typed hangs on the life of a component: `flush` on blur, on leaving and before submitting.
 */

/** Saves that still run, of whatever screen. */
const running = new Set<Promise<unknown>>();

/** Waits until everything that was to be saved is: before a draft is read anew. */
export async function allSaved(): Promise<void> {
  await Promise.allSettled([...running]);
}

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
  /** the instant by which the oldest change that is not saved has to be */
  private latest: number | null = null;
  private running: Promise<void> | null = null;
  private closed = false;
  private readonly listeners = new Set<() => void>();

  /** `savedAt`: when the draft that was read had been saved; `delay` and `most` in milliseconds. */
  constructor(private readonly save: Save<T>, savedAt: string | null, private readonly delay = 400, private readonly most = 800) {
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
    this.latest ??= Date.now() + this.most;
    this.timer = setTimeout(() => void this.flush(), Math.max(0, Math.min(this.delay, this.latest - Date.now())));
  }

  /** Saves at once what is not saved yet. True when everything typed is safe. */
  flush = (): Promise<boolean> => {
    const done = this.saveAll();
    running.add(done);
    return done.finally(() => running.delete(done));
  };

  private async saveAll(): Promise<boolean> {
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
    this.latest = null;
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
