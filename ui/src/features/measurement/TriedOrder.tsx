import type { ReactNode } from "react";
import { scoreText } from "../../kit";
import { DotPlot } from "../../kit/charts/DotPlot";
import { Figure } from "../../kit/charts/Figure";
import { ordinal } from "../../kit/charts/places";
import { SCORES } from "../../kit/charts/scale";
import type { TriedPlace } from "./robust";

/** The order under the weights being tried; it follows the sliders at once, the brackets as soon as they stand still. */
export function TriedOrder({ rows }: { rows: TriedPlace[] }): ReactNode {
  return (
    <Figure
      title="Order under these weights"
      table={{
        columns: [{ id: "name", title: "Candidate" }, { id: "place", title: "Place", align: "end" }, { id: "was", title: "Under the plan", align: "end" }, { id: "score", title: "Score", align: "end" }, { id: "bands", title: "Band" }],
        rows: rows.map((row) => ({ id: row.id, cells: [row.name, ordinal(row.place), ordinal(row.was), scoreText(row.score, 2), row.bands.map((band) => band + 1).join(", ")] })),
      }}
    >
      <DotPlot
        label="Candidates under the weights being tried, best first"
        nameHead="Candidate"
        domain={SCORES}
        heads={["Place", "Score"]}
        rows={rows.map((row) => ({
          id: row.id,
          name: row.name,
          marks: [{ look: "dot", value: row.score, interval: null }],
          figures: [placeText(row), scoreText(row.score, 2)],
          bands: row.bands,
          sentence: `${row.name}: ${placeText(row)}, score ${scoreText(row.score, 2)}`,
        }))}
      />
    </Figure>
  );
}

/** A place, and the plan's where it is another: "2nd, was 1st". */
export function placeText(row: TriedPlace): string {
  return row.place === row.was ? ordinal(row.place) : `${ordinal(row.place)}, was ${ordinal(row.was)}`;
}
