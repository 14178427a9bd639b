import { useState } from "react";
import { CiteInScorecard } from "../../app/CiteInScorecard";
import type { CandidateDetail, Part } from "../../generated/bindings";
import { Dialog, EmptyState, type Lines, NumberField, PathText, Row } from "../../kit";
import { citationOf } from "./submission";
import styles from "./Submissions.module.css";

type Props = { candidate: CandidateDetail; part: Part; lines: Lines | null; assessmentId: string; onClose: () => void };

/** Chooses for which criterion of which own open scorecard some lines are cited; that of the same assessment comes first. */
export function CitePart({ candidate, part, lines, assessmentId, onClose }: Props) {
  const most = part.text === "" ? 0 : part.text.split("\n").length;
  const [chosen, setChosen] = useState<Lines | null>(lines);
  const citation = citationOf(part, chosen);
  const at = chosen ?? { from: 1, to: Math.max(1, most), quote: "" };
  const toLines = (from: number, to: number) => setChosen({ from, to, quote: "" });
  return (
    <Dialog title="Cite in a scorecard" isOpen onClose={onClose}>
      <blockquote className={styles.quote}>
        <p>{citation.quote}</p>
        <PathText>{citation.address}</PathText>
      </blockquote>
      {most > 1 && (
        <Row>
          <NumberField label="From line" value={at.from} min={1} max={most} onChange={(from) => toLines(from, Math.max(from, at.to))} />
          <NumberField label="To line" value={at.to} min={1} max={most} onChange={(to) => toLines(Math.min(at.from, to), to)} />
        </Row>
      )}
      <CiteInScorecard
        candidate={candidate}
        assessmentId={assessmentId}
        command="submissionCite"
        args={(interview, criterion) => [interview, criterion, part.head.id, chosen]}
        none={
          <EmptyState inset title={`You have no open scorecard for ${candidate.name}`}>
            A submission is cited for a criterion of a scorecard that you are writing. Have an interview assigned to you.
          </EmptyState>
        }
        onClose={onClose}
      />
    </Dialog>
  );
}
