import { useState } from "react";
import { minutesText } from "../../../app/words";
import type { EvidenceId, MarkingEntry, MarkingPart } from "../../../generated/bindings";
import { Button, EmptyState, type Lines, linesText, Note, NumberedText } from "../../../kit";
import styles from "./Marking.module.css";

/** What one candidate handed in for the topic, without a name. */
export function Answer({ entry, of, criterion, onCite }: { entry: MarkingEntry; of: number; criterion: string; onCite: (part: EvidenceId, lines: Lines | null) => void }) {
  return (
    <div className={styles.answer} data-reading tabIndex={0} role="region" aria-label={`${entry.label} of ${of}`}>
      <div className={styles.head}>
        <h2 className={styles.label}>
          {entry.label} of {of}
        </h2>
        <span className={styles.muted}>{entry.minutes === null ? "time not told" : `the whole took ${minutesText(entry.minutes)}`}</span>
      </div>
      {entry.parts.length === 0 ? (
        <EmptyState inset title="Left out">
          Nothing was handed in for this. That is not assessed (0), not rated low.
        </EmptyState>
      ) : (
        entry.parts.map((part) => <OnePart key={part.id} part={part} many={entry.parts.length > 1} criterion={criterion} onCite={onCite} />)
      )}
    </div>
  );
}

function OnePart({ part, many, criterion, onCite }: { part: MarkingPart; many: boolean; criterion: string; onCite: (part: EvidenceId, lines: Lines | null) => void }) {
  const [lines, setLines] = useState<Lines | null>(null);
  const cite = () => {
    // What is selected here has its names hidden: the lines are cited whole, as they were written.
    onCite(part.id, lines && { ...lines, quote: "" });
    setLines(null);
  };
  return (
    <section className={styles.part} aria-label={part.title}>
      {many && <h3 dir="auto">{part.title}</h3>}
      {part.kind === "named" ? <Note>Only its name, size and digest are kept.</Note> : <NumberedText label={part.title} text={part.text} mono={part.kind === "file"} chosen={lines} onChoose={setLines} />}
      <div className={styles.cite}>
        <Button small data-cite onPress={cite}>
          Cite {lines ? linesText(lines) : "the whole"} for “{criterion}”
        </Button>
      </div>
    </section>
  );
}
