import { useNavigate, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { DebriefRow, Plan, RoleDetail } from "../../generated/bindings";
import { useRead } from "../../app/queries";
import { ButtonLink, EmptyState, Loaded, Tabs } from "../../kit";
import { AbsencesPart } from "./AbsencesPart";
import { BesidePart } from "./BesidePart";
import { CompetenciesPart } from "./CompetenciesPart";
import { DisagreementsPart } from "./DisagreementsPart";
import { FlagsPart } from "./FlagsPart";
import { QuestionsPart } from "./QuestionsPart";
import { RatingsPart } from "./RatingsPart";
import { WeightChanges } from "./WeightChanges";

/** Where deciding happens, handed in from outside: the dialog about one row under one plan. */
export type Decide = (row: DebriefRow, plan: Plan, onClose: () => void) => ReactNode;

const PARTS = ["disagreements", "ratings", "competencies", "beside", "flags", "missing", "questions"] as const;

/** The debrief of a role: where raters differ first, then what they gave, and what else is to be talked about. */
export function DebriefTab({ role, decide }: { role: RoleDetail; decide: Decide }): ReactNode {
  const { part } = useSearch({ from: "/inside/roles/$roleId" });
  const navigate = useNavigate({ from: "/roles/$roleId" });
  const roleId = role.summary.id;
  const query = useRead("debriefRole", [roleId, null]);
  return (
    <Loaded query={query} rows={8}>
      {(debrief) =>
        debrief.rows.length === 0 ? (
          <EmptyState title="Nobody to compare yet" action={<ButtonLink to={`/roles/${roleId}?tab=pipeline`} kind="main">Go to the pipeline</ButtonLink>}>
            Candidates of this role stand here side by side as their scorecards come in.
          </EmptyState>
        ) : (
          <>
            <WeightChanges versions={debrief.plan_versions} />
            <Tabs
              minor
              label="Parts of the debrief"
              selected={PARTS.find((one) => one === part) ?? "disagreements"}
              onSelect={(next) => void navigate({ search: { tab: "debrief", part: next } })}
              items={[
                { id: "disagreements", label: "Disagreement", content: <DisagreementsPart roleId={roleId} rows={debrief.rows} /> },
                { id: "ratings", label: "Ratings", content: <RatingsPart role={role} decide={decide} /> },
                { id: "competencies", label: "Competencies", content: <CompetenciesPart roleId={roleId} /> },
                { id: "beside", label: "Side by side", content: <BesidePart roleId={roleId} rows={debrief.rows} /> },
                { id: "flags", label: "Red flags", content: <FlagsPart roleId={roleId} /> },
                { id: "missing", label: "Missing", content: <AbsencesPart roleId={roleId} /> },
                { id: "questions", label: "Open questions", content: <QuestionsPart roleId={roleId} rows={debrief.rows} /> },
              ]}
            />
          </>
        )
      }
    </Loaded>
  );
}
