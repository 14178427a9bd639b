/** Further interviews as a table. Pure. */
import type { FurtherInterview } from "../../generated/bindings";
import { percentText } from "../../kit";
import type { FigureTable } from "../../kit/charts/PlainTable";

/** All further interviews with what each would bring. */
export function furtherTable(interviews: FurtherInterview[]): FigureTable {
  return {
    columns: [
      { id: "what", title: "Assessment" },
      { id: "who", title: "By" },
      { id: "whom", title: "For" },
      { id: "reduction", title: "Fewer pairs in the wrong order", align: "end" },
      { id: "apart", title: "Would tell apart" },
    ],
    rows: interviews.map((one) => ({
      id: `${one.assessment_id}-${one.application_id}-${one.person_id ?? ""}`,
      cells: [one.title, one.person_name || "somebody new", one.candidate_name, one.expected_reduction.toFixed(2), apartText(one)],
    })),
  };
}

function apartText(one: FurtherInterview): string {
  return one.separates.map((pair) => `${pair.candidate_name} and ${pair.other_name} (${percentText(pair.probability)})`).join("; ");
}
