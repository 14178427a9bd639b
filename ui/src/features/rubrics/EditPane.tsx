import { useDeferredValue, useRef, type ReactNode } from "react";
import type { Problem } from "../../generated/bindings";
import { describeError } from "../../app/call";
import { useKept } from "../../app/kept";
import { useRead, useWrite } from "../../app/queries";
import { goTo } from "../../app/session";
import { count } from "../../app/words";
import { Button, ErrorState, Loaded, Note, PageBody, Row } from "../../kit";
import { Anchors, RedFlags } from "./Anchors";
import { placeOfLine } from "./lines";
import styles from "./Library.module.css";
import { rubricPath } from "./path";

/** Edits a rubric as text, checked while it is typed. What is stored is the next version: a version never changes. */
export function EditPane({ id, version }: { id: string; version: number }): ReactNode {
  const start = useRead("rubricTextToEdit", [id, version]);
  return (
    <PageBody>
      <Loaded query={start} rows={12}>{(text) => <Editor key={`${id}@${version}`} place={`rubric ${id}@${version}`} start={text} />}</Loaded>
    </PageBody>
  );
}

function Editor({ place, start }: { place: string; start: string }): ReactNode {
  const [text, setText, discard] = useKept(place, start);
  const checked = useRead("rubricCheckText", [useDeferredValue(text)], { keepPrevious: true });
  const area = useRef<HTMLTextAreaElement>(null);
  const store = useWrite("rubricImportText", {
    quietErrors: true,
    said: (done) => `${done.value.title}, version ${done.value.version}, is in the library.`,
    onDone: (done) => (discard(), goTo(rubricPath(done.value.id, done.value.version))),
  });
  const goToLine = (line: number) => {
    const place = placeOfLine(text, line);
    area.current?.focus();
    area.current?.setSelectionRange(place.start, place.end);
  };
  const rubric = checked.data?.rubric;
  return (
    <div className={styles.editor}>
      <div className={styles.source}>
        <Note>The text of the file, as any editor opens it. Stored, it is a new version; roles stay on theirs until somebody moves them.</Note>
        <textarea ref={area} aria-label="Rubric as text" spellCheck={false} value={text} onChange={(event) => setText(event.target.value)} />
        {store.error && <ErrorState inset {...describeError(store.error)} />}
        <Row>
          <Button kind="main" isDisabled={!rubric || text === start || checked.isPlaceholderData} isPending={store.isPending} onPress={() => store.mutate([text])}>
            {rubric ? `Store as version ${rubric.version}` : "Store"}
          </Button>
          <Button isDisabled={text === start} onPress={discard}>Begin again</Button>
        </Row>
      </div>
      <div className={styles.preview}>
        <Problems problems={checked.data?.problems ?? []} known={checked.data !== undefined} onGo={goToLine} />
        {rubric ? (
          <>
            <Anchors rubric={rubric} />
            <RedFlags rubric={rubric} />
          </>
        ) : (
          <Note>The preview comes back when nothing above stands against it.</Note>
        )}
      </div>
    </div>
  );
}

function Problems({ problems, known, onGo }: { problems: Problem[]; known: boolean; onGo: (line: number) => void }): ReactNode {
  const errors = problems.filter((problem) => problem.severity === "error").length;
  return (
    <div>
      <p role="status" className={errors > 0 ? styles.bad : styles.good}>
        {!known ? "" : problems.length === 0 ? "✓ Nothing stands against it." : `! ${count(errors, "error")}, ${count(problems.length - errors, "question")}`}
      </p>
      <ul className={styles.problems} aria-label="What is wrong">
        {problems.map((problem) => (
          <li key={`${problem.line} ${problem.at} ${problem.what}`}>
            <button type="button" onClick={() => onGo(problem.line)}>
              <span className={styles.line}>line {problem.line}</span> {problem.what} <span className={styles.todo}>{problem.todo}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
