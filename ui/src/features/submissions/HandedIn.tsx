import { useState, type ReactNode } from "react";
import { useRead } from "../../app/queries";
import type { CitationInput, Part, SubmissionDetail } from "../../generated/bindings";
import { Button, type Lines, linesText, Loaded, NumberedText, Select } from "../../kit";
import { OnlyNamed } from "./PartText";
import { takenText } from "./Reader";
import { citationOf } from "./submission";
import styles from "./Submissions.module.css";

/** What was handed in for an interview, beside the criteria of its scorecard: read, and cited for the criterion in focus. */
export function HandedIn({ interviewId, criterion, onCite }: { interviewId: string; criterion: string; onCite: (citation: CitationInput) => void }): ReactNode {
  const query = useRead("submissionOfInterview", [interviewId]);
  return (
    <Loaded query={query} rows={3}>
      {(found) => (found.length === 0 ? <p className={styles.muted}>Nothing was handed in for this assessment.</p> : <Parts found={found} criterion={criterion} onCite={onCite} />)}
    </Loaded>
  );
}

function Parts({ found, criterion, onCite }: { found: SubmissionDetail[]; criterion: string; onCite: (citation: CitationInput) => void }) {
  const parts = found.flatMap((one) => one.parts);
  const [wanted, setWanted] = useState<string | null>(null);
  const part = parts.find((one) => one.head.id === wanted) ?? parts[0];
  if (!part) return null;
  return (
    <div className={styles.beside}>
      {parts.length > 1 && <Select label="Part" hideLabel value={part.head.id} onChange={setWanted} options={parts.map((one) => ({ id: one.head.id, label: one.head.title }))} />}
      <OnePart key={part.head.id} part={part} criterion={criterion} onCite={onCite} />
      <p className={styles.muted}>{found.map((one) => takenText(one.submission.minutes)).join("; ")}</p>
    </div>
  );
}

function OnePart({ part, criterion, onCite }: { part: Part; criterion: string; onCite: (citation: CitationInput) => void }) {
  const [lines, setLines] = useState<Lines | null>(null);
  const cite = () => {
    onCite(citationOf(part, lines));
    setLines(null);
  };
  return (
    <section className={styles.handed} aria-label={part.head.title}>
      <h3 dir="auto">{part.head.title}</h3>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={`Text of ${part.head.title}`}>
        {part.head.kind === "named" ? <OnlyNamed part={part} /> : <NumberedText label={part.head.title} text={part.text} mono={part.head.kind === "file"} chosen={lines} onChoose={setLines} />}
      </div>
      <Button small onPress={cite} data-evidence>
        Cite {lines ? linesText(lines) : "the whole"} for “{criterion}”
      </Button>
    </section>
  );
}
