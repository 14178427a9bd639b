// @vitest-environment jsdom
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { AssessmentOrder, Ranking } from "../../generated/bindings";
import { SeveritySection } from "./SeveritySection";

const nobody: Ranking = { rows: [], neighbours: [], probabilities: [], pairs_told_apart: 0, pairs: 0, sentence: "", closeness: "" };
const review: AssessmentOrder = {
  assessment_id: "q", title: "Review", weight: 100, verdict: "within-sets", correction: "none", sentence: "Hal Fixture stands apart.", scorecards_left_out: 0, degenerate: false, exact: "",
  rows: [], plain: nobody, corrected: nobody, comparable_candidates: [["a", "b"], ["h"]], criteria: [], deviations: null,
  raters: [
    { person_id: "r", name: "Ravi Sample", leniency: 0.3, sd: 0.2, ratings: 6, candidates: 2, group: 0, untold: "" },
    { person_id: "t", name: "Tess Sample", leniency: 0.1, sd: 0.4, ratings: 3, candidates: 1, group: 1, untold: "cannot be told apart from how strong their candidates are" },
  ],
};
const names: Record<string, string> = { a: "Ada Fixture", b: "Ben Fixture", h: "Hal Fixture" };
const shown = (assessment: AssessmentOrder) => {
  const page = document.createElement("div");
  page.innerHTML = renderToStaticMarkup(<SeveritySection assessments={[assessment]} nameOf={(id) => names[id] ?? "somebody"} />);
  return page.textContent ?? "";
};

it("says who stands apart, and draws the offsets of those who are linked", () => {
  const text = shown(review);
  expect(text).toContain("Hal Fixture stands apart.");
  expect(text).toContain("Candidates who can be compared among themselves only: Ada Fixture and Ben Fixture; Hal Fixture.");
  expect(text).toContain("Ravi Sample: 0.3 points milder than the others");
  expect(text).toContain("Tess Sample: cannot be told apart from how strong their candidates are");
});
it("says of a single candidate that there is nothing to order, and not that the order may be right", () => {
  const text = shown({ ...review, verdict: "one-rater", degenerate: true, exact: "Fewer than two candidates have a score: there is nothing to order.", comparable_candidates: [["h"]] });
  expect(text).toContain("there is nothing to order");
  expect(text).not.toContain("may well be right");
});
