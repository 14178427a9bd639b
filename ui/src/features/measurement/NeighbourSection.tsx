import type { ReactNode } from "react";
import type { Neighbours, Ranking } from "../../generated/bindings";
import { Disclosure, Note, percentText, Section } from "../../kit";
import { HeatMap, type HeatRow } from "../../kit/charts/HeatMap";
import { shade } from "../../kit/charts/scale";
import styles from "./Measurement.module.css";
import type { OrderBy } from "./order";

/** Each candidate with the next, in words; every pair with its figure below. */
export function NeighbourSection({ ranking, by }: { ranking: Ranking; by: OrderBy }): ReactNode {
  if (ranking.neighbours.length === 0) return null;
  return (
    <Section title="Each with the next" note={`How sure it is that one stands before the other, by the ${by} scores. From 90% on two are told apart.`}>
      <ul className={styles.list}>
        {ranking.neighbours.map((pair) => (
          <li key={`${pair.ahead}-${pair.behind}`}>
            {neighbourSentence(pair)} {pair.probability !== null && <span className={styles.muted}>({percentText(pair.probability)})</span>}
          </li>
        ))}
      </ul>
      {ranking.closeness && <Note>{ranking.closeness}</Note>}
      <Disclosure title="Every pair">
        <Note small>How likely the candidate of the row truly stands before the candidate of the column.</Note>
        <HeatMap label="Probability that the row stands before the column" corner="Before" columns={ranking.rows.map((row) => ({ id: row.application_id, name: row.candidate_name }))} rows={pairRows(ranking)} />
      </Disclosure>
    </Section>
  );
}

/** Two neighbours in a sentence: "Ilse Fixture before Tomas Fixture: likely, but not told apart". */
export function neighbourSentence(pair: Neighbours): string {
  return `${pair.ahead_name} before ${pair.behind_name}: ${pair.words}`;
}

/** The rows of the map; a pair of which the ratings do not tell says so. */
export function pairRows(ranking: Ranking): HeatRow[] {
  return ranking.rows.map((row, i) => ({
    id: row.application_id,
    name: row.candidate_name,
    cells: ranking.rows.map((other, j) => {
      if (i === j) return null;
      const share = ranking.probabilities[i]?.[j] ?? null;
      if (share === null) return { text: "no telling", shade: null, title: `Whether ${row.candidate_name} stands before ${other.candidate_name} cannot be said` };
      return { text: percentText(share), shade: shade(share), title: `${row.candidate_name} before ${other.candidate_name}: ${percentText(share)}` };
    }),
  }));
}
