import { useState } from "react";
import { queryClient, useRead, useWrite } from "../../app/queries";
import { goTo } from "../../app/session";
import type { CandidateDetail, Interview, Part } from "../../generated/bindings";
import { Dialog, EmptyState, Form, type Lines, Loaded, Note, NumberField, PathText, RadioGroup, Row, Select, showToast } from "../../kit";
import { citationOf } from "./submission";
import styles from "./Submissions.module.css";

type Props = { candidate: CandidateDetail; part: Part; lines: Lines | null; assessmentId: string; onClose: () => void };

/** Chooses for which criterion of which own open scorecard some lines are cited; that of the same assessment comes first. */
export function CitePart({ candidate, part, lines, assessmentId, onClose }: Props) {
  const most = part.text === "" ? 0 : part.text.split("\n").length;
  const [chosen, setChosen] = useState<Lines | null>(lines);
  const citation = citationOf(part, chosen);
  const interviews = useRead("interviewList", [{ role_id: null, application_id: null, person_id: null, state: "open" }]);
  const at = chosen ?? { from: 1, to: Math.max(1, most), quote: "" };
  const part_ = (from: number, to: number) => setChosen({ from, to, quote: "" });
  return (
    <Dialog title="Cite in a scorecard" isOpen onClose={onClose}>
      <blockquote className={styles.quote}>
        <p>{citation.quote}</p>
        <PathText>{citation.address}</PathText>
      </blockquote>
      {most > 1 && (
        <Row>
          <NumberField label="From line" value={at.from} min={1} max={most} onChange={(from) => part_(from, Math.max(from, at.to))} />
          <NumberField label="To line" value={at.to} min={1} max={most} onChange={(to) => part_(Math.min(at.from, to), to)} />
        </Row>
      )}
      <Loaded query={interviews} rows={2}>
        {(rows) => {
          const mine = rows.filter((one) => one.mine && one.candidate_id === candidate.id);
          mine.sort((one, other) => Number(other.assessment_id === assessmentId) - Number(one.assessment_id === assessmentId));
          return mine.length === 0 ? (
            <EmptyState inset title={`You have no open scorecard for ${candidate.name}`}>
              A submission is cited for a criterion of a scorecard that you are writing. Have an interview assigned to you.
            </EmptyState>
          ) : (
            <Choice interviews={mine} part={part} lines={chosen} onClose={onClose} />
          );
        }}
      </Loaded>
    </Dialog>
  );
}

function Choice({ interviews, part, lines, onClose }: { interviews: Interview[]; part: Part; lines: Lines | null; onClose: () => void }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [criterion, setCriterion] = useState<string | null>(null);
  const interview = interviews.find((one) => one.id === chosen) ?? interviews[0];
  const form = useRead("scorecardForm", [interview?.id ?? ""], { enabled: interview !== undefined });
  const cite = useWrite("submissionCite", {
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
    <Form action="Cite" onSubmit={() => criterion && cite.mutate([interview.id, criterion, part.head.id, lines])} isPending={cite.isPending} isDisabled={criterion === null} error={cite.error}>
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
