import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { ApplicationDebrief, DebriefRow, Plan } from "../../../generated/bindings";
import { useRead, useWrite } from "../../../app/queries";
import { StageName } from "../../../app/StageName";
import { count } from "../../../app/words";
import { Button, ButtonLink, DateText, EmptyState, Loaded, Page, Scroll, Tabs } from "../../../kit";
import { WeightChanges } from "../WeightChanges";
import { EvidenceStep } from "./EvidenceStep";
import { DecisionStep, DisagreementStep, QuestionsStep, RatingsStep } from "./OtherSteps";
import { nextStep, STEP_WORDS, stepOf, type Step } from "./steps";
import styles from "./Walk.module.css";

/** Where deciding happens, handed in from outside. */
export type DecideHere = (row: DebriefRow, plan: Plan, onDone: () => void) => ReactNode;

/** The debrief of one application, step by step: evidence, disagreement, ratings, open questions, decision. */
export function WalkScreen({ decide }: { decide: DecideHere }): ReactNode {
  const { roleId, applicationId } = useParams({ from: "/inside/roles/$roleId/debrief/$applicationId" });
  const { step: named } = useSearch({ from: "/inside/roles/$roleId/debrief/$applicationId" });
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
  const step = stepOf(named);
  return (
    <Page title={`Debrief of ${debrief.row.candidate_name}`} windowTitle="Debrief" crumbs={crumbs} lead={<Lead debrief={debrief} roleId={roleId} />} actions={<Opening debrief={debrief} isMain={step !== "decision"} />}>
      <WeightChanges versions={debrief.plan_versions} />
      <Steps debrief={debrief} step={step} roleId={roleId} decide={decide} />
    </Page>
  );
}

function Lead({ debrief, roleId }: { debrief: ApplicationDebrief; roleId: string }): ReactNode {
  const cards = debrief.explanation.parts.flatMap((part) => part.scorecards);
  const people = new Set(cards.map((card) => card.interview.person_id)).size;
  return (
    <>
      {debrief.role_title} · <StageName roleId={roleId} stage={debrief.row.stage} /> · {count(cards.length, "scorecard")} by {count(people, "person", "people")} ·{" "}
      {debrief.opening ? <>open since <DateText value={debrief.opening.at} time />, by {debrief.opening.by}</> : "not opened yet"}
    </>
  );
}

/** Opening is an act: whatever is amended later says that it came after. */
function Opening({ debrief, isMain }: { debrief: ApplicationDebrief; isMain: boolean }): ReactNode {
  const open = useWrite("debriefOpen", { undo: true, said: "Debrief opened. Amendments from now on say that they came after it." });
  if (debrief.opening) return null;
  return <Button kind={isMain ? "main" : "plain"} onPress={() => open.mutate([debrief.row.application_id])} isPending={open.isPending}>Open the debrief</Button>;
}

function Steps({ debrief, step, roleId, decide }: { debrief: ApplicationDebrief; step: Step; roleId: string; decide: DecideHere }): ReactNode {
  const navigate = useNavigate({ from: "/roles/$roleId/debrief/$applicationId" });
  const to = (step: Step) => void navigate({ search: { step } });
  const open = debrief.questions.filter((one) => one.closed_at === null).length;
  const done = () => void navigate({ to: "/roles/$roleId", params: { roleId }, search: { tab: "debrief", part: "ratings" } });
  const tab = (id: Step, number: number, content: ReactNode, many?: number) => ({
    id,
    label: `${number} ${STEP_WORDS[id]}`,
    count: many,
    content: <Panel step={id} isOpen={debrief.opening !== null} onNext={to}>{content}</Panel>,
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

/** A step's content, and the way on: the main action once the debrief is open, which comes before it. */
function Panel({ step, isOpen, onNext, children }: { step: Step; isOpen: boolean; onNext: (step: Step) => void; children: ReactNode }): ReactNode {
  const next = nextStep(step);
  return (
    <Scroll className={styles.scroll}>
      <div className={styles.body}>
        {children}
        {next && <div className={styles.next}><Button kind={isOpen ? "main" : "plain"} onPress={() => onNext(next)}>Next: {STEP_WORDS[next].toLowerCase()}</Button></div>}
      </div>
    </Scroll>
  );
}
