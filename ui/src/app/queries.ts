import { type Query, QueryClient, useMutation, useQuery, type UseQueryResult } from "@tanstack/react-query";
import type { Change, Noun } from "../generated/bindings";
import { showToast } from "../kit";
import { call, CommandError, describeError, type ArgsOf, type CommandName, type DataOf } from "./call";
import { READS, type ReadName } from "./reads";

/** One client for the window. Answers stay until a write, or another program, makes them stale. */
export const queryClient = new QueryClient({
  defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: false, networkMode: "always", refetchOnWindowFocus: false }, mutations: { networkMode: "always" } },
});

type ReadOptions<T> = { enabled?: boolean; keepPrevious?: boolean; select?: (data: T) => T };

/** The query of a read command; for `useQuery` and for prefetching. */
export function readOptions<K extends ReadName>(name: K, args: ArgsOf<K>) {
  return { queryKey: [name, ...args] as const, queryFn: () => call(name, ...args) };
}

/** Reads by a command, again whenever something it shows has changed. */
export function useRead<K extends ReadName>(name: K, args: ArgsOf<K>, options: ReadOptions<DataOf<K>> = {}): UseQueryResult<DataOf<K>, CommandError> {
  return useQuery<DataOf<K>, CommandError>({
    queryKey: [name, ...args],
    queryFn: () => call(name, ...args),
    enabled: options.enabled,
    placeholderData: options.keepPrevious ? (previous: unknown) => previous as never : undefined,
  });
}

type WriteOptions<K extends CommandName> = {
  /** Runs after the reads were told. */
  onDone?: (data: DataOf<K>) => void;
  /** Said in a toast when it worked. */
  said?: string | ((data: DataOf<K>) => string);
  /** Offers Undo in the toast. */
  undo?: boolean;
  /** The screen shows the error itself; else it is a toast. */
  quietErrors?: boolean;
  /** The reads are told by the caller, with `refreshChanged`, once the screen may change. */
  keepScreen?: boolean;
};

/** A write by a command: `mutate(args)`. What it changed is read again; errors become toasts unless `quietErrors`. */
export function useWrite<K extends CommandName>(name: K, options: WriteOptions<K> = {}) {
  return useMutation<DataOf<K>, CommandError, ArgsOf<K>>({
    mutationFn: (args) => call(name, ...args),
    onSuccess: (data) => {
      if (!options.keepScreen) refreshChanged(changesOf(data));
      options.onDone?.(data);
      const message = typeof options.said === "function" ? options.said(data) : options.said;
      if (message) showToast({ message, tone: "plain", action: options.undo ? { label: "Undo", onPress: () => void undoLast() } : undefined });
    },
    onError: (error) => {
      if (!options.quietErrors) showError(error);
    },
  });
}

/** Undoes the viewer's last undoable change and says what that was. */
export async function undoLast(sequence: number | null = null): Promise<void> {
  try {
    const done = await call("journalUndo", sequence);
    refreshChanged(done.changed);
    showToast({ message: done.value.sentence, tone: "plain" });
  } catch (error) {
    showError(error);
  }
}

/** Says an error in a toast. */
export function showError(error: unknown) {
  showToast({ ...describeError(error), tone: "bad" });
}

/** Reads again whatever shows a changed noun. The journal and today's list show every change. */
export function refreshChanged(changed: readonly Change[]) {
  if (changed.length === 0) return;
  const nouns = new Set<Noun>([...changed.map((change) => change.noun), "journal"]);
  const shows = (query: Query) => showsOneOf(String(query.queryKey[0]), nouns);
  // A first answer still under way may be from before the change, and would be taken for a fresh one: it is asked for again.
  const early = (query: Query) => shows(query) && query.state.data === undefined && query.isActive();
  void queryClient.cancelQueries({ predicate: early }).then(() => queryClient.invalidateQueries({ predicate: shows }));
}

/** Whether a read shows one of the nouns. */
export function showsOneOf(read: string, nouns: ReadonlySet<Noun>): boolean {
  const shown: readonly Noun[] = read in READS ? READS[read as ReadName] : [];
  return shown.some((noun) => nouns.has(noun));
}

/** Reads everything again: another workspace, another viewer, or another program wrote. */
export function refreshAll() {
  void queryClient.invalidateQueries();
}

/** The changes a write's answer carries; none where it is no `Done`. */
export function changesOf(data: unknown): readonly Change[] {
  if (typeof data !== "object" || data === null || !("changed" in data)) return [];
  return (data as { changed: Change[] }).changed;
}
