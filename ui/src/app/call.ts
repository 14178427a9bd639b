import { commands, type AppError, type ErrorCode } from "../generated/bindings";

export type Commands = typeof commands;
export type CommandName = keyof Commands;
export type ArgsOf<K extends CommandName> = Parameters<Commands[K]>;
/** What a command gives when it succeeds. */
export type DataOf<K extends CommandName> = Extract<Awaited<ReturnType<Commands[K]>>, { status: "ok" }>["data"];

/** A refusal by the app: a message for people, a hint what to do, and a code where the window acts on it. */
export class CommandError extends Error {
  readonly code: ErrorCode;
  readonly hint: string;

  constructor(error: AppError) {
    super(error.message);
    this.name = "CommandError";
    this.code = error.code;
    this.hint = error.hint;
  }
}

/** Any thrown thing as message and hint, for an error state. */
export function describeError(error: unknown): { message: string; hint: string } {
  if (error instanceof CommandError) return { message: error.message, hint: error.hint };
  const message = error instanceof Error ? error.message : String(error);
  return { message: "Something in the program went wrong.", hint: message };
}

/** Calls a command; gives its data or throws a `CommandError`. */
export async function call<K extends CommandName>(name: K, ...args: ArgsOf<K>): Promise<DataOf<K>> {
  const command = commands[name] as (...args: ArgsOf<K>) => Promise<{ status: "ok"; data: DataOf<K> } | { status: "error"; error: AppError }>;
  const result = await command(...args);
  if (result.status === "error") throw new CommandError(result.error);
  return result.data;
}
