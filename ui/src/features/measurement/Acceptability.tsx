import { useState, type ReactNode } from "react";
import type { FirstShare, RoleRobustness } from "../../generated/bindings";
import { percentText, RadioGroup, Section } from "../../kit";
import { Figure } from "../../kit/charts/Figure";
import type { FigureTable } from "../../kit/charts/PlainTable";
import { PlaceBars } from "../../kit/charts/PlaceBars";
import { ordinal } from "../../kit/charts/places";
import { WHICH, type Which } from "./before";

/** In which share of weightings each candidate is first, second, and so on. */
export function Acceptability({ found }: { found: RoleRobustness }): ReactNode {
  const [which, setWhich] = useState<Which>("near");
  const rows = found.rows.map((row) => ({ id: row.application_id, name: row.candidate_name, shares: which === "near" ? row.places_near : row.places_all }));
  return (
    <Section title="Under many weights" note={`In how many of all weightings each candidate would be first, second, and so on. Near the plan's means that up to ${percentText(found.near_share)} of the weight is given otherwise. ${found.places_exact ? "The bars are exact, as volumes of weightings." : `The bars are from ${found.draws.toLocaleString("en-GB")} weightings drawn from a fixed seed.`}`}>
      <RadioGroup label="Which weights" hideLabel across value={which} onChange={setWhich} options={WHICH} />
      <Figure title={which === "near" ? "Places under weights near the plan's" : "Places under all weights"} table={placeTable(found, which)}>
        <PlaceBars label="Candidates by their share of places" rows={rows} />
      </Figure>
    </Section>
  );
}

/** The table behind the bars; the share of first places also as a volume, where the geometry gives it. */
export function placeTable(found: RoleRobustness, which: Which): FigureTable {
  const places = found.rows.map((_, i) => ({ id: `place-${i + 1}`, title: ordinal(i + 1), align: "end" as const }));
  return {
    columns: [{ id: "name", title: "Candidate" }, { id: "first", title: "First, exactly", align: "end" }, ...places],
    rows: found.rows.map((row) => ({
      id: row.application_id,
      cells: [row.candidate_name, exactText(which === "near" ? row.first_near : row.first_all), ...(which === "near" ? row.places_near : row.places_all).map((share) => percentText(share))],
    })),
  };
}

/** The share as a volume; only what is exact stands here. */
export function exactText({ share, exact }: FirstShare): string {
  return exact ? percentText(share) : "drawn only";
}
