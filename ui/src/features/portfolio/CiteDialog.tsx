import { useState } from "react";
import { queryClient, useRead, useWrite } from "../../app/queries";
import { goTo } from "../../app/session";
import type { CandidateDetail, CitationInput, Interview } from "../../generated/bindings";
import { Button, Dialog, Disclosure, EmptyState, Form, Loaded, Note, NumberField, PathText, RadioGroup, Row, Select, showToast } from "../../kit";
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
  const interviews = useRead("interviewList", [{ role_id: null, application_id: null, person_id: null, state: "open" }]);
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
      <Loaded query={interviews} rows={2}>
        {(rows) => {
          const mine = rows.filter((one) => one.mine && one.candidate_id === candidate.id);
          return mine.length > 0 ? <Choice interviews={mine} citation={citation} onClose={onClose} /> : <NoScorecard candidate={candidate} citation={citation} />;
        }}
      </Loaded>
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

function Choice({ interviews, citation, onClose }: { interviews: Interview[]; citation: CitationInput; onClose: () => void }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [criterion, setCriterion] = useState<string | null>(null);
  const interview = interviews.find((one) => one.id === chosen) ?? interviews[0];
  const form = useRead("scorecardForm", [interview?.id ?? ""], { enabled: interview !== undefined });
  const cite = useWrite("scorecardCite", {
    quietErrors: true,
    onDone: () => {
      void queryClient.invalidateQueries({ queryKey: ["scorecardForm"] });
      onClose();
      if (interview) showToast({ message: `Cited in ${interview.assessment_title}.`, tone: "plain", action: { label: "Open scorecard", onPress: () => goTo(`/interviews/${interview.id}`) } });
    },
  });
  if (!interview) return null;
  const criteria = form.data?.rubric.criteria ?? [];
  return (
    <Form action="Cite" onSubmit={() => criterion && cite.mutate([interview.id, criterion, citation])} isPending={cite.isPending} isDisabled={criterion === null} error={cite.error}>
      {interviews.length > 1 ? (
        <Select label="Scorecard" value={interview.id} onChange={(id) => { setChosen(id); setCriterion(null); }} options={interviews.map((one) => ({ id: one.id, label: one.assessment_title, hint: one.role_title }))} />
      ) : (
        <Note>
          Into your scorecard for {interview.assessment_title}, {interview.role_title}.
        </Note>
      )}
      {criteria.length > 0 && <RadioGroup label="For which criterion" value={criterion} onChange={setCriterion} options={criteria.map((one) => ({ id: one.id, label: one.title }))} />}
    </Form>
  );
}
