import { useParams } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import type { Form, Interview } from "../../generated/bindings";
import { minutesText } from "../../app/words";
import { Badge, Button, ButtonLink, EmptyState, Loaded, Page } from "../../kit";
import { AmendEditor } from "./AmendEditor";
import { ClosedNotice } from "./ClosedNotice";
import { type Beside, Editor } from "./Editor";
import { useOpenedInterview } from "./loadScorecard";
import { SubmittedView } from "./SubmittedView";

/** One interview: the scorecard to fill in, or the one that was submitted. */
export function ScorecardScreen({ beside }: { beside?: Beside }): ReactNode {
  const { interviewId } = useParams({ from: "/inside/interviews/$interviewId" });
  return <OneScorecard key={interviewId} interviewId={interviewId} beside={beside} />;
}

function OneScorecard({ interviewId, beside }: { interviewId: string; beside?: Beside }): ReactNode {
  const query = useOpenedInterview(interviewId);
  const [amending, setAmending] = useState(false);
  if (query.error?.code === "closed-to-viewer") return <ClosedNotice error={query.error} />;
  if (query.data?.kind === "form") return <FormPage form={query.data.form} beside={beside} onDone={() => void query.refetch()} />;
  if (query.data?.kind === "submitted") {
    const { versions } = query.data;
    const latest = versions[0];
    if (!latest) return null;
    const may = latest.interview.mine && !amending;
    return (
      <InterviewPage interview={latest.interview} actions={may && <Button onPress={() => setAmending(true)}>Amend with a reason</Button>}>
        {amending ? (
          <AmendEditor scorecard={latest} onCancel={() => setAmending(false)} onDone={() => (setAmending(false), void query.refetch())} />
        ) : (
          <SubmittedView versions={versions} />
        )}
      </InterviewPage>
    );
  }
  return (
    <Page title="Scorecard">
      <Loaded query={query} rows={8}>{() => null}</Loaded>
    </Page>
  );
}

/** Own interviews open at once; another's asks first, because what is typed in says so for ever. */
function FormPage({ form, beside, onDone }: { form: Form; beside?: Beside; onDone: () => void }): ReactNode {
  const [paper, setPaper] = useState(false);
  const { interview } = form;
  if (!interview.mine && !paper) {
    return (
      <InterviewPage interview={interview}>
        <EmptyState title={`${interview.person_name} has not submitted a scorecard here`} action={<Button kind="main" onPress={() => setPaper(true)}>Type in a paper scorecard</Button>}>
          If {interview.person_name} wrote one on paper, you can type it in. It says for ever that you typed it in for {interview.person_name}.
        </EmptyState>
      </InterviewPage>
    );
  }
  return (
    <InterviewPage interview={interview} paper={!interview.mine} actions={<Ways form={form} />}>
      <Editor form={form} mode={interview.mine ? "own" : "paper"} start={null} beside={beside} onDone={onDone} />
    </InterviewPage>
  );
}

/** Where else one goes from a scorecard: into the room, and to the kit. */
function Ways({ form }: { form: Form }): ReactNode {
  return (
    <>
      {form.kit && <ButtonLink to={`/kits/${form.kit.id}@${form.kit.version}`}>Kit</ButtonLink>}
      {form.interview.mine && <ButtonLink to={`/interviews/${form.interview.id}/room`}>Interview mode</ButtonLink>}
    </>
  );
}

function InterviewPage({ interview, paper, actions, children }: { interview: Interview; paper?: boolean; actions?: ReactNode; children: ReactNode }): ReactNode {
  const crumbs = [
    { label: "Roles", to: "/roles" },
    { label: interview.role_title, to: `/roles/${interview.role_id}` },
  ];
  return (
    <Page
      title={`${interview.assessment_title}: ${interview.candidate_name}`}
      windowTitle={`Scorecard, ${interview.assessment_title}`}
      crumbs={crumbs}
      actions={actions}
      lead={
        <>
          {paper ? <Badge tone="warn">Paper scorecard, typed in by you for {interview.person_name}</Badge> : interview.person_name} · {minutesText(interview.minutes)}
          {!interview.independent && <> · <Badge tone="warn">Not independent: assigned after reading ratings</Badge></>}
          {interview.blind === true && <> · <Badge>Blind</Badge></>}
          {interview.blind === false && <> · <Badge tone="warn">{notBlind(interview)}</Badge></>}
        </>
      }
    >
      {children}
    </Page>
  );
}

/** Why a scorecard of a blind role is not blind: its kind cannot be, or its author knows the name. */
function notBlind(interview: Interview): string {
  switch (interview.kind) {
    case "portfolio-review":
      return "Not blind: a portfolio cannot be";
    case "behavioural-interview":
    case "live-debugging":
    case "system-design":
      return "Not blind: a conversation cannot be";
    default:
      return "Not blind: the name was known";
  }
}
