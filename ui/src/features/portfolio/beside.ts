/** Facts of two snapshots in rows. Pure. */
import type { Fact } from "../../generated/bindings";

export type FactPair = { id: string; title: string; left: Fact | null; right: Fact | null };

/** Each fact once, in the order of the left, then what only the right tells. Never ordered by a value. */
export function pairs(left: readonly Fact[], right: readonly Fact[]): FactPair[] {
  const of = (facts: readonly Fact[], id: string) => facts.find((fact) => fact.fact === id) ?? null;
  const only = right.filter((fact) => of(left, fact.fact) === null);
  return [...left, ...only].map((fact) => ({ id: fact.fact, title: fact.title, left: of(left, fact.fact), right: of(right, fact.fact) }));
}
