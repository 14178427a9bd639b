import { useNavigate, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { RoleDetail } from "../../generated/bindings";
import { Tabs } from "../../kit";
import { AgreementPart } from "./AgreementPart";
import { DriftPart } from "./DriftPart";
import { OrderPart, type ShowRatings } from "./OrderPart";
import { RobustnessPart } from "./RobustnessPart";

const PARTS = ["order", "agreement", "robustness", "drift", "fairness", "outcomes"] as const;

/** How sure the order of a role's candidates is, whether raters agree, and what else the ratings can tell. What other features show of it is handed in. */
export function MeasurementTab({ role, ratings, fairness, outcomes }: { role: RoleDetail; ratings: ShowRatings; fairness: ReactNode; outcomes: ReactNode }): ReactNode {
  const { part } = useSearch({ from: "/inside/roles/$roleId" });
  const navigate = useNavigate({ from: "/roles/$roleId" });
  return (
    <Tabs
      minor
      label="Parts of the measurement"
      selected={PARTS.find((one) => one === part) ?? "order"}
      onSelect={(next) => void navigate({ search: { tab: "measurement", part: next } })}
      items={[
        { id: "order", label: "Order", content: <OrderPart role={role} ratings={ratings} /> },
        { id: "agreement", label: "Agreement", content: <AgreementPart roleId={role.summary.id} /> },
        { id: "robustness", label: "Robustness", content: <RobustnessPart role={role} /> },
        { id: "drift", label: "Drift", content: <DriftPart roleId={role.summary.id} /> },
        { id: "fairness", label: "Fair or not", content: fairness },
        { id: "outcomes", label: "Outcomes", content: outcomes },
      ]}
    />
  );
}
