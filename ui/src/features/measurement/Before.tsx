import { useState, type ReactNode } from "react";
import type { RoleRobustness } from "../../generated/bindings";
import { RadioGroup, Section } from "../../kit";
import { Figure } from "../../kit/charts/Figure";
import { HeatMap } from "../../kit/charts/HeatMap";
import { beforeRows, beforeTable, WHICH, type Which } from "./before";

/** In which share of weightings each candidate is before each other. */
export function Before({ found }: { found: RoleRobustness }): ReactNode {
  const [which, setWhich] = useState<Which>("near");
  const title = which === "near" ? "Before each other under weights near the plan's" : "Before each other under all weights";
  return (
    <Section title="Before each other" note="In how many of all weightings the candidate of the row has a higher score than that of the column. Exact, as volumes of weightings.">
      <RadioGroup label="Which weights, for each two" hideLabel across value={which} onChange={setWhich} options={WHICH} />
      <Figure title={title} table={beforeTable(found)}>
        <HeatMap label={title} corner="Candidate" columns={found.rows.map((row) => ({ id: row.application_id, name: row.candidate_name }))} rows={beforeRows(found, which)} />
      </Figure>
    </Section>
  );
}
