import { useState, type ReactNode } from "react";
import { useRead, useWrite } from "../../app/queries";
import { minutesText } from "../../app/words";
import type { CandidateDetail, CandidateSubmissions, PartHead, Submission } from "../../generated/bindings";
import { Button, ChoiceList, formatDate, icons, Loaded, PageBody, sizeText } from "../../kit";
import { PartText } from "./PartText";
import { byAssessment } from "./submission";
import styles from "./Submissions.module.css";

/** What was handed in at the left, the chosen part at the right; before one is chosen the part `first`, or else the first of all. */
export function Reader({ candidate, data, actions, first }: { candidate: CandidateDetail; data: CandidateSubmissions; actions: ReactNode; first: string | null }) {
  const [wanted, setWanted] = useState(first);
  const groups = byAssessment(data.sheets, data.submissions);
  const ordered = groups.flatMap((group) => group.submissions);
  const submission = ordered.find((one) => one.parts.some((part) => part.id === wanted)) ?? ordered[0];
  const part = submission?.parts.find((one) => one.id === wanted) ?? submission?.parts[0];
  return (
    <>
      <PageBody>{actions}</PageBody>
      <div className={styles.reader}>
        <nav className={styles.side} aria-label="What was handed in">
          {groups.map((group) => (
            <section key={group.key} aria-label={group.title}>
              <h2 className={styles.group}>{group.title}</h2>
              {group.submissions.map((one) => (
                <OneSubmission key={one.id} submission={one} chosen={part?.id ?? ""} onChoose={setWanted} />
              ))}
            </section>
          ))}
        </nav>
        {submission && part && <Reading key={part.id} candidate={candidate} submission={submission} part={part} />}
      </div>
    </>
  );
}

function OneSubmission({ submission, chosen, onChoose }: { submission: Submission; chosen: string; onChoose: (part: string) => void }) {
  const remove = useWrite("submissionRemove", { said: "Removed.", undo: true });
  const name = `${submission.assessment_title} of ${formatDate(submission.added_at)}`;
  return (
    <>
      <p className={styles.when}>
        <span>
          {takenText(submission.minutes)} · added {formatDate(submission.added_at)}
        </span>
        <Button small kind="quiet" aria-label={`Remove ${name}`} isPending={remove.isPending} onPress={() => remove.mutate([submission.id])}>
          Remove
        </Button>
      </p>
      <ChoiceList label={`Parts of ${name}`} className={styles.parts} itemClassName={styles.part} chosen={chosen} onChoose={onChoose} items={submission.parts.map((part) => ({ id: part.id, text: part.title, content: <PartLabel part={part} /> }))} />
    </>
  );
}

function PartLabel({ part }: { part: PartHead }) {
  return (
    <>
      {(part.kind === "file" || part.kind === "named") && icons.file}
      <span dir="auto">{part.title}</span>
      <span className={styles.size}>{sizeText(part.bytes)}</span>
    </>
  );
}

function Reading({ candidate, submission, part }: { candidate: CandidateDetail; submission: Submission; part: PartHead }) {
  const query = useRead("submissionShow", [submission.id]);
  return (
    <Loaded query={query} rows={10}>
      {(detail) => {
        const found = detail.parts.find((one) => one.head.id === part.id);
        return found ? <PartText candidate={candidate} part={found} assessmentId={submission.assessment_id} /> : null;
      }}
    </Loaded>
  );
}

/** How long it took; unknown where nobody told. */
export function takenText(minutes: number | null): string {
  return minutes === null ? "time not told" : `took ${minutesText(minutes)}`;
}
