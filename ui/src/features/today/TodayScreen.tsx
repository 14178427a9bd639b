import { Link } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import type { Application, DueItem, FollowUp, Interview, Today } from "../../generated/bindings";
import { InterviewMarks } from "../../app/InterviewMarks";
import { useRead } from "../../app/queries";
import { minutesText, STAGES } from "../../app/words";
import { Badge, Button, ButtonLink, DateText, EmptyState, Loaded, Page, PageBody, Section, whenText } from "../../kit";
import styles from "./TodayScreen.module.css";

/** Where an outcome is told, handed in from outside: the dialog about one hire. */
type TellOutcome = (followUp: FollowUp, onClose: () => void) => ReactNode;

/** What waits for the person at the keyboard: to score, to wait for, to decide, to follow up, to see to. Empty is good news. */
export function TodayScreen({ outcome }: { outcome: TellOutcome }): ReactNode {
  const query = useRead("today", []);
  const next = query.data?.to_score[0];
  return (
    <Page title="Today" actions={next && <ButtonLink to={`/interviews/${next.id}`} kind="main">{next.has_draft ? "Go on with the next scorecard" : "Score the next one"}</ButtonLink>}>
      <Loaded query={query}>{(today) => (isEmpty(today) ? <Nothing /> : <Lists today={today} outcome={outcome} />)}</Loaded>
    </Page>
  );
}

function isEmpty(today: Today): boolean {
  return today.to_score.length + today.waiting.length + today.to_decide.length + today.due.length + today.to_follow_up.length === 0;
}

function Nothing(): ReactNode {
  return (
    <EmptyState title="Nothing waits for you" action={<ButtonLink to="/roles">Go to the roles</ButtonLink>}>
      All scorecards are in, nothing is to be decided, and no permission runs out.
    </EmptyState>
  );
}

function Lists({ today, outcome }: { today: Today; outcome: TellOutcome }): ReactNode {
  const [asked, setAsked] = useState<FollowUp | null>(null);
  return (
    <PageBody>
      <Section title={`To score (${today.to_score.length})`}>
        {today.to_score.length === 0 ? <p className={styles.none}>You have scored everything that was yours.</p> : <ul className={styles.list}>{today.to_score.map((i) => <ToScore key={i.id} interview={i} />)}</ul>}
      </Section>
      <Section title={`Waiting for others (${today.waiting.length})`}>
        {today.waiting.length === 0 ? <p className={styles.none}>Nobody else owes a scorecard.</p> : <ul className={styles.list}>{today.waiting.map((i) => <Waiting key={i.id} interview={i} />)}</ul>}
      </Section>
      <Section title={`To decide (${today.to_decide.length})`}>
        {today.to_decide.length === 0 ? <p className={styles.none}>No application has all its scorecards and no decision.</p> : <ul className={styles.list}>{today.to_decide.map((a) => <ToDecide key={a.id} application={a} />)}</ul>}
      </Section>
      {today.to_follow_up.length > 0 && (
        <Section title={`To follow up (${today.to_follow_up.length})`} note="What became of a hire shows whether the interviews predict anything.">
          <ul className={styles.list}>{today.to_follow_up.map((one) => <ToFollowUp key={one.application_id} followUp={one} onTell={() => setAsked(one)} />)}</ul>
        </Section>
      )}
      {today.due.length > 0 && (
        <Section title={`Due (${today.due.length})`}>
          <ul className={styles.list}>{today.due.map((item) => <Due key={`${item.who.id}-${item.what}-${item.on}`} item={item} />)}</ul>
        </Section>
      )}
      {asked && outcome(asked, () => setAsked(null))}
    </PageBody>
  );
}

function ToScore({ interview }: { interview: Interview }): ReactNode {
  return (
    <li className={styles.row}>
      <span>
        <Link to="/interviews/$interviewId" params={{ interviewId: interview.id }} className={styles.main}>{interview.candidate_name}: {interview.assessment_title}</Link>{" "}
        {interview.has_draft && <Badge tone="accent">Draft</Badge>} <InterviewMarks interview={interview} />
      </span>
      <span className={styles.side}>{minutesText(interview.minutes)}</span>
      <span className={styles.side}>{whenText(interview.starts_local, interview.zone)}</span>
      <span className={`${styles.role} ${styles.wide}`} title={interview.role_title}>{interview.role_title}</span>
    </li>
  );
}

function Waiting({ interview }: { interview: Interview }): ReactNode {
  return (
    <li className={styles.row}>
      <span className={styles.main}>{interview.candidate_name}: {interview.assessment_title}</span>
      <span>{interview.person_name}</span>
      <span className={styles.side}>{whenText(interview.starts_local, interview.zone)}</span>
      <span className={styles.side}>since <DateText value={interview.assigned_at} /></span>
      <Link to="/roles/$roleId" params={{ roleId: interview.role_id }} search={{ tab: "pipeline" }} className={styles.role} title={interview.role_title}>{interview.role_title}</Link>
    </li>
  );
}

function ToDecide({ application }: { application: Application }): ReactNode {
  return (
    <li className={styles.row}>
      <Link to="/roles/$roleId" params={{ roleId: application.role_id }} search={{ tab: "debrief" }} className={styles.main}>{application.candidate_name}</Link>
      <span>{STAGES[application.stage]}</span>
      <span />
      <span className={styles.side}>since <DateText value={application.since} /></span>
      <span className={styles.role} title={application.role_title}>{application.role_title}</span>
    </li>
  );
}

function ToFollowUp({ followUp, onTell }: { followUp: FollowUp; onTell: () => void }): ReactNode {
  return (
    <li className={styles.row}>
      <Link to="/candidates/$candidateId" params={{ candidateId: followUp.who.id }} className={styles.main}>{followUp.who.name}</Link>
      <span className={styles.side}>{followUp.month} months on</span>
      <span><Button small onPress={onTell}>Tell the outcome</Button></span>
      <span className={styles.side}>since <DateText value={followUp.on} /></span>
      <span className={styles.role} title={followUp.role_title}>{followUp.role_title}</span>
    </li>
  );
}

function Due({ item }: { item: DueItem }): ReactNode {
  return (
    <li className={styles.row}>
      <Link to="/candidates/$candidateId" params={{ candidateId: item.who.id }} search={{ tab: "privacy" }} className={styles.main}>{item.who.name}</Link>
      <span className={styles.wide}>{item.what}</span>
      <span className={styles.side}><DateText value={item.on} /></span>
      <span />
    </li>
  );
}
