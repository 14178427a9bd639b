import { useState } from "react";
import { CiteInScorecard } from "../../app/CiteInScorecard";
import type { CandidateDetail, CitationInput } from "../../generated/bindings";
import { Button, Dialog, Disclosure, EmptyState, NumberField, PathText, Row } from "../../kit";
import { citationOf, linesOf, partOf, type Quotable } from "./citation";
import { copyText } from "./copy";
import styles from "./Portfolio.module.css";

/** What is to be cited: what is selected of a record, else the record or some of its lines. */
export type Citing = { of: Quotable; selected: string | null };

/** Chooses which of one's own open scorecards, and which criterion, a piece of evidence is cited for. */
export function CiteDialog({ candidate, citing, onClose }: { candidate: CandidateDetail; citing: Citing; onClose: () => void }) {
  const lines = citing.selected === null ? linesOf(citing.of) : [];
  const [[from, to], setPart] = useState<readonly [number, number]>([1, Math.max(1, lines.length)]);
  const citation = lines.length > 0 ? partOf(citing.of, from, to) : citationOf(citing.of, citing.selected);
  return (
    <Dialog title="Cite in a scorecard" isOpen onClose={onClose}>
      <blockquote className={styles.quote}>
        <p>{citation.quote}</p>
        <PathText>{citation.address}</PathText>
      </blockquote>
      {lines.length > 0 && (
        <Disclosure title={`Cite some of its ${lines.length} lines`}>
          <Row>
            <NumberField label="From line" value={from} min={1} max={lines.length} onChange={(line) => setPart([line, Math.max(line, to)])} />
            <NumberField label="To line" value={to} min={1} max={lines.length} onChange={(line) => setPart([Math.min(line, from), line])} />
          </Row>
        </Disclosure>
      )}
      <CiteInScorecard candidate={candidate} command="scorecardCite" args={(interview, criterion) => [interview, criterion, citation]} none={<NoScorecard candidate={candidate} citation={citation} />} onClose={onClose} />
    </Dialog>
  );
}

function NoScorecard({ candidate, citation }: { candidate: CandidateDetail; citation: CitationInput }) {
  return (
    <EmptyState inset title={`You have no open scorecard for ${candidate.name}`} action={<Button onPress={() => void copyText(`${citation.quote}\n${citation.address}`, "Quote and address")}>Copy quote and address</Button>}>
      Evidence is cited for a criterion of a scorecard that you are writing. Have an interview assigned to you, or copy what you need.
    </EmptyState>
  );
}
