import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { ApplicationDebrief, DebriefRow, Plan } from "../../../generated/bindings";
import { useRead, useWrite } from "../../../app/queries";
import { count, STAGES } from "../../../app/words";
import { Button, ButtonLink, DateText, EmptyState, Loaded, Page, Tabs } from "../../../kit";
import { EvidenceStep } from "./EvidenceStep";
import { DecisionStep, DisagreementStep, QuestionsStep, RatingsStep } from "./OtherSteps";
import { nextStep, STEP_WORDS, stepOf, type Step } from "./steps";
import styles from "./Walk.module.css";

/** Where deciding happens, handed in from outside. */
export type DecideHere = (row: DebriefRow, plan: Plan, onDone: () => void) => ReactNode;

/** The debrief of one application, step by step: evidence, disagreement, ratings, open questions, decision. */
export function WalkScreen({ decide }: { decide: DecideHere }): ReactNode {
  const { roleId, applicationId } = useParams({ from: "/inside/roles/$roleId/debrief/$applicationId" });
  const query = useRead("debriefApplication", [applicationId]);
  const crumbs = [{ label: "Roles", to: "/roles" }, { label: query.data?.role_title ?? "Role", to: `/roles/${roleId}?tab=debrief` }];
  if (query.error?.code === "closed-to-viewer") {
    return (
      <Page title="Debrief" crumbs={crumbs}>
        <EmptyState title="Closed to you" action={<ButtonLink to="/today" kind="main">Go to your scorecards</ButtonLink>}>
          You hold an open interview with this candidate. Ratings, and everything computed from them, open when you have submitted your own scorecard.
        </EmptyState>
      </Page>
    );
  }
  if (!query.data) return <Page title="Debrief" crumbs={crumbs}><Loaded query={query} rows={8}>{() => null}</Loaded></Page>;
  const debrief = query.data;
  return (
    <Page title={`Debrief of ${debrief.row.candidate_name}`} windowTitle="Debrief" crumbs={crumbs} lead={<Lead debrief={debrief} />} actions={<Opening debrief={debrief} />}>
      <Steps debrief={debrief} roleId={roleId} decide={decide} />
    </Page>
  );
}

function Lead({ debrief }: { debrief: ApplicationDebrief }): ReactNode {
  const cards = debrief.explanation.parts.flatMap((part) => part.scorecards);
  const people = new Set(cards.map((card) => card.interview.person_id)).size;
  return (
    <>
      {debrief.role_title} · {STAGES[debrief.row.stage]} · {count(cards.length, "scorecard")} by {count(people, "person", "people")} ·{" "}
      {debrief.opening ? <>open since <DateText value={debrief.opening.at} time />, by {debrief.opening.by}</> : "not opened yet"}
    </>
  );
}

/** Opening is an act: whatever is amended later says that it came after. */
function Opening({ debrief }: { debrief: ApplicationDebrief }): ReactNode {
  const open = useWrite("debriefOpen", { undo: true, said: "Debrief opened. Amendments from now on say that they came after it." });
  if (debrief.opening) return null;
  return <Button kind="main" onPress={() => open.mutate([debrief.row.application_id])} isPending={open.isPending}>Open the debrief</Button>;
}

function Steps({ debrief, roleId, decide }: { debrief: ApplicationDebrief; roleId: string; decide: DecideHere }): ReactNode {
  const { step: named } = useSearch({ from: "/inside/roles/$roleId/debrief/$applicationId" });
  const navigate = useNavigate({ from: "/roles/$roleId/debrief/$applicationId" });
  const to = (step: Step) => void navigate({ search: { step } });
  const step = stepOf(named);
  const open = debrief.questions.filter((one) => one.closed_at === null).length;
  const done = () => void navigate({ to: "/roles/$roleId", params: { roleId }, search: { tab: "debrief", part: "ratings" } });
  const tab = (id: Step, number: number, content: ReactNode, many?: number) => ({
    id,
    label: `${number} ${STEP_WORDS[id]}`,
    count: many,
    content: <Panel step={id} onNext={to}>{content}</Panel>,
  });
  return (
    <Tabs
      minor
      label="Steps of the debrief"
      selected={step}
      onSelect={to}
      items={[
        tab("evidence", 1, <EvidenceStep debrief={debrief} />),
        tab("disagreement", 2, <DisagreementStep debrief={debrief} roleId={roleId} />, debrief.disagreements.disagreements.length),
        tab("ratings", 3, <RatingsStep debrief={debrief} />),
        tab("questions", 4, <QuestionsStep debrief={debrief} />, open),
        tab("decision", 5, <DecisionStep debrief={debrief} decide={decide} onDone={done} />),
      ]}
    />
  );
}

/** A step's content, and the way on. */
function Panel({ step, onNext, children }: { step: Step; onNext: (step: Step) => void; children: ReactNode }): ReactNode {
  const next = nextStep(step);
  return (
    <div className={styles.scroll}>
      <div className={styles.body}>
        {children}
        {next && <div className={styles.next}><Button kind="main" onPress={() => onNext(next)}>Next: {STEP_WORDS[next].toLowerCase()}</Button></div>}
      </div>
    </div>
  );
}
