import { useState, type ReactNode } from "react";
import type { OpenQuestion } from "../../generated/bindings";
import { describeError } from "../../app/call";
import { useKept } from "../../app/kept";
import { useWrite } from "../../app/queries";
import { Button, DateText, ErrorState, Row, TextArea, TextField } from "../../kit";
import styles from "./Parts.module.css";

/** Questions about one application: open ones with the place for their answer, closed ones with it. */
export function Questions({ questions }: { questions: OpenQuestion[] }): ReactNode {
  return (
    <ul aria-label="Questions">
      {questions.map((one) => <Question key={one.id} one={one} />)}
    </ul>
  );
}

function Question({ one }: { one: OpenQuestion }): ReactNode {
  const [answer, setAnswer, discard] = useKept(`answer ${one.id}`, "");
  const [wanted, setWanted] = useState(false);
  const closing = wanted || answer !== "";
  const leaveOpen = () => {
    discard();
    setWanted(false);
  };
  return (
    <li className={styles.question}>
      <div>
        <p>{one.question}</p>
        <p className={styles.small}>{one.asked_by}, <DateText value={one.asked_at} /></p>
        {one.closed_at && <p>{one.answer} <span className={styles.small}>{one.closed_by}, <DateText value={one.closed_at} /></span></p>}
      </div>
      {!one.closed_at && !closing && <Button small onPress={() => setWanted(true)}>Close with an answer</Button>}
      {closing && !one.closed_at && <Answer one={one} answer={answer} onAnswer={setAnswer} onLeave={leaveOpen} />}
    </li>
  );
}

function Answer({ one, answer, onAnswer, onLeave }: { one: OpenQuestion; answer: string; onAnswer: (answer: string) => void; onLeave: () => void }): ReactNode {
  const close = useWrite("questionClose", { quietErrors: true, undo: true, said: "Question closed.", onDone: onLeave });
  return (
    <div className={styles.answer}>
      <TextArea label="Answer" rows={2} value={answer} onChange={onAnswer} autoFocus description="What was found out, or why it need not be found out any more." />
      <Row>
        <Button small onPress={() => close.mutate([one.id, answer])} isDisabled={answer.trim() === ""} isPending={close.isPending}>Close the question</Button>
        <Button small kind="quiet" onPress={onLeave}>Leave it open</Button>
      </Row>
      {close.error && <ErrorState inset {...describeError(close.error)} />}
    </div>
  );
}

/** Asks about one application. `place`: where what is typed is kept until it is asked. */
export function AskForm({ applicationId, place }: { applicationId: string | null; place: string }): ReactNode {
  const [question, setQuestion, asked] = useKept(`ask ${place}`, "");
  const add = useWrite("questionAdd", { quietErrors: true, undo: true, said: "Question added.", onDone: asked });
  return (
    <div className={styles.add}>
      <TextField label="What is still to be found out" value={question} onChange={setQuestion} />
      <div>
        <Button onPress={() => applicationId && add.mutate([applicationId, question])} isDisabled={applicationId === null || question.trim() === ""} isPending={add.isPending}>Add question</Button>
      </div>
      {add.error && <ErrorState inset {...describeError(add.error)} />}
    </div>
  );
}
