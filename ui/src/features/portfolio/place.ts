import { useNavigate, useSearch } from "@tanstack/react-router";
import { kindOf, type Kind } from "./kinds";

/** What of a candidate's portfolio is open; it stands in the address, so that Back and Forward pass through it. */
export type PortfolioPlace = { snapshot?: string; repo?: string; kind: Kind; record?: string };

/** The place in the portfolio, and going to another: reading on in a list replaces the place, all else is a step. */
export function usePortfolioPlace(candidateId: string): [PortfolioPlace, (to: Partial<PortfolioPlace>, how?: "step" | "replace") => void] {
  const search = useSearch({ from: "/inside/candidates/$candidateId" });
  const navigate = useNavigate();
  const place: PortfolioPlace = { snapshot: search.snapshot, repo: search.repo, kind: kindOf(search.kind), record: search.record };
  const go = (to: Partial<PortfolioPlace>, how: "step" | "replace" = "step") =>
    void navigate({ to: "/candidates/$candidateId", params: { candidateId }, search: { tab: "portfolio", ...place, ...to }, replace: how === "replace" });
  return [place, go];
}
