import { useState, type ReactNode } from "react";
import type { OpenQuestion } from "../../generated/bindings";
import { describeError } from "../../app/call";
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
  const [closing, setClosing] = useState(false);
  return (
    <li className={styles.question}>
      <div>
        <p>{one.question}</p>
        <p className={styles.small}>{one.asked_by}, <DateText value={one.asked_at} /></p>
        {one.closed_at && <p>{one.answer} <span className={styles.small}>{one.closed_by}, <DateText value={one.closed_at} /></span></p>}
      </div>
      {!one.closed_at && !closing && <Button small onPress={() => setClosing(true)}>Close with an answer</Button>}
      {closing && !one.closed_at && <Answer one={one} onCancel={() => setClosing(false)} />}
    </li>
  );
}

function Answer({ one, onCancel }: { one: OpenQuestion; onCancel: () => void }): ReactNode {
  const [answer, setAnswer] = useState("");
  const close = useWrite("questionClose", { quietErrors: true, undo: true, said: "Question closed." });
  return (
    <div className={styles.answer}>
      <TextArea label="Answer" rows={2} value={answer} onChange={setAnswer} autoFocus description="What was found out, or why it need not be found out any more." />
      <Row>
        <Button kind="main" small onPress={() => close.mutate([one.id, answer])} isDisabled={answer.trim() === ""} isPending={close.isPending}>Close the question</Button>
        <Button small onPress={onCancel}>Leave it open</Button>
      </Row>
      {close.error && <ErrorState inset {...describeError(close.error)} />}
    </div>
  );
}

/** Asks about one application. */
export function AskForm({ applicationId }: { applicationId: string | null }): ReactNode {
  const [question, setQuestion] = useState("");
  const add = useWrite("questionAdd", { quietErrors: true, undo: true, said: "Question added.", onDone: () => setQuestion("") });
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
