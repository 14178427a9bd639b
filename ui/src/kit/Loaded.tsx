import type { ReactNode } from "react";
import { ErrorState } from "./ErrorState";
import { Skeleton } from "./Skeleton";

/** What a query answers, as far as a screen needs it. */
export type QueryLike<T> = { data: T | undefined; error: { message: string; hint?: string } | null; refetch: () => unknown };

/** The three states before there is something to show: loading, error with retry, then the children. */
export function Loaded<T>({ query, rows, children }: { query: QueryLike<T>; rows?: number; children: (data: T) => ReactNode }) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <ErrorState message={query.error.message} hint={query.error.hint} onRetry={() => void query.refetch()} />;
  return <Skeleton rows={rows} />;
}
