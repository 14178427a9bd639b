import { Link } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import type { DueItem, FollowUp, Interview, Today } from "../../generated/bindings";
import { CalendarMenu } from "../../app/CalendarMenu";
import { InterviewMarks } from "../../app/InterviewMarks";
import { useRead } from "../../app/queries";
import { minutesText } from "../../app/words";
import { Badge, Button, ButtonLink, DateText, EmptyState, Loaded, Page, PageBody, Row, Section, whenText } from "../../kit";
import { WaitLine } from "./WaitLine";
import { listsOf } from "./waits";
import styles from "./TodayScreen.module.css";

/** What other features show over the list, handed in from outside: the dialog about one hire, and that about one interview. */
type Handed = {
  outcome: (followUp: FollowUp, onClose: () => void) => ReactNode;
  change: (change: "reassign" | "reschedule", interview: Interview, onClose: () => void) => ReactNode;
};

/** What waits for the person at the keyboard, and who waits for whom: each with the one thing to do. Empty is good news. */
export function TodayScreen(handed: Handed): ReactNode {
  const query = useRead("today", []);
  const next = query.data?.to_score[0];
  return (
    <Page title="Today" actions={<Row><CalendarMenu query={{}} name="my-interviews" />{next && <ButtonLink to={`/interviews/${next.id}`} kind="main">{next.has_draft ? "Go on with the next scorecard" : "Score the next one"}</ButtonLink>}</Row>}>
      <Loaded query={query}>{(today) => (isEmpty(today) ? <Nothing /> : <Lists today={today} handed={handed} />)}</Loaded>
    </Page>
  );
}

function isEmpty(today: Today): boolean {
  return today.to_score.length + today.waiting.length + today.waits.length + today.due.length + today.to_follow_up.length === 0;
}

function Nothing(): ReactNode {
  return (
    <EmptyState title="Nothing waits for you" action={<ButtonLink to="/roles">Go to the roles</ButtonLink>}>
      All scorecards are in, nothing is to be decided, nobody waits, and no permission runs out.
    </EmptyState>
  );
}

function Lists({ today, handed }: { today: Today; handed: Handed }): ReactNode {
  const [asked, setAsked] = useState<FollowUp | null>(null);
  const [changing, setChanging] = useState<{ change: "reassign" | "reschedule"; interview: Interview } | null>(null);
  const [now] = useState(() => new Date());
  const { ahead, waits } = listsOf(today);
  const onChange = (change: "reassign" | "reschedule", id: string | null) => {
    const interview = [...today.to_score, ...today.waiting].find((one) => one.id === id);
    if (interview) setChanging({ change, interview });
  };
  return (
    <PageBody>
      <Section title={`To score (${today.to_score.length})`}>
        {today.to_score.length === 0 ? <p className={styles.none}>You have scored everything that was yours.</p> : <ul className={styles.list}>{today.to_score.map((i) => <ToScore key={i.id} interview={i} />)}</ul>}
      </Section>
      <Section title={`Who waits for whom (${waits.length})`} note="The longest first. Each line ends with the one thing that ends the waiting.">
        {waits.length === 0 ? <p className={styles.none}>Nobody waits for anybody.</p> : <ul className={styles.list}>{waits.map((wait) => <WaitLine key={`${wait.kind}-${wait.interview_id ?? wait.application_id}`} wait={wait} now={now} onChange={onChange} />)}</ul>}
      </Section>
      {ahead.length > 0 && (
        <Section title={`Ahead, with others (${ahead.length})`}>
          <ul className={styles.list}>{ahead.map((i) => <Ahead key={i.id} interview={i} />)}</ul>
        </Section>
      )}
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
      {asked && handed.outcome(asked, () => setAsked(null))}
      {changing && handed.change(changing.change, changing.interview, () => setChanging(null))}
    </PageBody>
  );
}

function ToScore({ interview }: { interview: Interview }): ReactNode {
  return (
    <li className={styles.row}>
      <span className={styles.wide}>
        <Link to="/interviews/$interviewId" params={{ interviewId: interview.id }} className={styles.main}>{interview.candidate_name}: {interview.assessment_title}</Link>{" "}
        {interview.has_draft && <Badge tone="accent">Draft</Badge>}<InterviewMarks interview={interview} />
      </span>
      <span className={styles.side}>{whenText(interview.starts_local, interview.zone)}</span>
      <span className={styles.role} title={interview.role_title}>{interview.role_title}</span>
      <span className={styles.end}>{minutesText(interview.minutes)}</span>
    </li>
  );
}

function Ahead({ interview }: { interview: Interview }): ReactNode {
  return (
    <li className={styles.row}>
      <span className={styles.main}>{interview.candidate_name}</span>
      <span>{interview.assessment_title} with {interview.person_name}</span>
      <span className={styles.side}>{whenText(interview.starts_local, interview.zone)}</span>
      <Link to="/roles/$roleId" params={{ roleId: interview.role_id }} search={{ tab: "pipeline" }} className={styles.role} title={interview.role_title}>{interview.role_title}</Link>
      <span className={styles.end}>{minutesText(interview.minutes)}</span>
    </li>
  );
}

function ToFollowUp({ followUp, onTell }: { followUp: FollowUp; onTell: () => void }): ReactNode {
  return (
    <li className={styles.row}>
      <Link to="/candidates/$candidateId" params={{ candidateId: followUp.who.id }} className={styles.main}>{followUp.who.name}</Link>
      <span>{followUp.month} months on</span>
      <span className={styles.side}>since <DateText value={followUp.on} /></span>
      <span className={styles.role} title={followUp.role_title}>{followUp.role_title}</span>
      <span className={styles.end}><Button small onPress={onTell}>Tell the outcome</Button></span>
    </li>
  );
}

function Due({ item }: { item: DueItem }): ReactNode {
  return (
    <li className={styles.row}>
      <Link to="/candidates/$candidateId" params={{ candidateId: item.who.id }} search={{ tab: "privacy" }} className={styles.main}>{item.who.name}</Link>
      <span>{item.what}</span>
      <span className={styles.side}><DateText value={item.on} /></span>
    </li>
  );
}
