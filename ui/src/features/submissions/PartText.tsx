import { useState } from "react";
import type { CandidateDetail, Part } from "../../generated/bindings";
import { Button, type Lines, linesText, Note, NumberedText, PathText, sizeText } from "../../kit";
import { CitePart } from "./CitePart";
import { addressOf } from "./submission";
import styles from "./Submissions.module.css";

/** One part, its lines numbered, and the bar that cites from it. */
export function PartText({ candidate, part, assessmentId }: { candidate: CandidateDetail; part: Part; assessmentId: string }) {
  const [lines, setLines] = useState<Lines | null>(null);
  const [citing, setCiting] = useState(false);
  const { head } = part;
  return (
    <div className={styles.reading}>
      <div className={styles.body} role="region" aria-label={`Reading ${head.title}`} tabIndex={0}>
        <h2 className={styles.title} dir="auto">
          {head.title}
        </h2>
        {head.kind === "named" ? <OnlyNamed part={part} /> : <NumberedText label={head.title} text={part.text} mono={head.kind === "file"} chosen={lines} onChoose={setLines} />}
      </div>
      <div className={styles.cite} role="group" aria-label="Cite">
        <span className={styles.what}>
          {lines ? (lines.quote ? `Selected in ${linesText(lines)}: “${lines.quote}”` : `Chosen: ${linesText(lines)}`) : "Select text, or press line numbers; else the whole is cited."} <PathText>{addressOf(head, lines)}</PathText>
        </span>
        <Button small onPress={() => setCiting(true)}>
          Cite in a scorecard…
        </Button>
      </div>
      {citing && <CitePart candidate={candidate} part={part} lines={lines} assessmentId={assessmentId} onClose={() => setCiting(false)} />}
    </div>
  );
}

/** A file of which the text is not kept. */
export function OnlyNamed({ part }: { part: Part }) {
  return (
    <>
      <Note>
        {sizeText(part.head.bytes)}. It is no text, or longer than 1 MiB: its name, size and digest are kept, so that a copy can be told to be the same.
      </Note>
      <Note small>
        SHA-256 <PathText>{part.head.digest}</PathText>
      </Note>
    </>
  );
}
