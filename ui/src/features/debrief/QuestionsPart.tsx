import { useState, type ReactNode } from "react";
import type { DebriefRow, OpenQuestion } from "../../generated/bindings";
import { useRead } from "../../app/queries";
import { Loaded, Note, PageBody, Scroll, Select } from "../../kit";
import styles from "./Parts.module.css";
import { AskForm, Questions } from "./Questions";

/** What is still to be found out about the candidates of a role. */
export function QuestionsPart({ roleId, rows }: { roleId: string; rows: DebriefRow[] }): ReactNode {
  const query = useRead("questionList", [{ role_id: roleId, application_id: null }]);
  const [about, setAbout] = useState<string | null>(null);
  const open = rows.filter((row) => !row.closed).map((row) => ({ id: row.application_id, label: row.candidate_name }));
  return (
    <Scroll>
      <Loaded query={query} rows={4}>
        {(found) => (
          <PageBody>
            {found.left_out.sentence && <Note>{found.left_out.sentence}</Note>}
            {grouped(found.questions).map(([name, questions]) => (
              <section key={questions[0]?.application_id}>
                <h2 className={styles.itemTitle}>{name}</h2>
                <Questions questions={questions} />
              </section>
            ))}
            {found.questions.length === 0 && <Note>No question is open. What the scorecards leave unanswered is kept here until somebody finds out.</Note>}
            {open.length > 0 && (
              <div className={styles.add}>
                <Select label="About" value={about} onChange={setAbout} options={open} placeholder="Choose a candidate" />
                <AskForm applicationId={about} place={roleId} />
              </div>
            )}
          </PageBody>
        )}
      </Loaded>
    </Scroll>
  );
}

/** Questions by candidate, in the order of the list. */
function grouped(questions: OpenQuestion[]): [string, OpenQuestion[]][] {
  const groups = new Map<string, [string, OpenQuestion[]]>();
  for (const one of questions) {
    const group = groups.get(one.application_id) ?? [one.candidate_name, []];
    group[1].push(one);
    groups.set(one.application_id, group);
  }
  return [...groups.values()];
}
