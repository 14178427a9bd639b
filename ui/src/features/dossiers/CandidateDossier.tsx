import { useState, type ReactNode } from "react";
import type { CandidateDetail, DossierRequest, FeedbackOptions } from "../../generated/bindings";
import { EmptyState, formatDate, PageBody, RadioGroup, Row, Section, Select } from "../../kit";
import { DossierPane } from "./DossierPane";
import { ExportButtons } from "./ExportButtons";
import { FeedbackChoices } from "./FeedbackChoices";

type Kind = "candidate" | "feedback";

const KINDS: { id: Kind; label: string; hint: string }[] = [
  { id: "candidate", label: "Dossier", hint: "for whoever decides: scorecards, notes, decision" },
  { id: "feedback", label: "Feedback", hint: "for the candidate: what was seen, what would have raised it" },
];

/** A candidacy as a document to hand over, or the candidate's own feedback. */
export function CandidateDossier({ candidate }: { candidate: CandidateDetail }): ReactNode {
  const [first] = candidate.applications;
  return (
    <PageBody>
      <Section title="Dossier">
        {first ? <Documents candidate={candidate} first={first.id} /> : <EmptyState inset title="Not up for any role yet">A dossier is about an application: add them to a role first.</EmptyState>}
      </Section>
      <Section title="Data" note="Everything about them that is open to you, for other programs.">
        <Row><ExportButtons files={[{ label: "Candidate", request: { kind: "candidate", candidate_id: candidate.id }, name: "candidate", endings: ["json"] }]} /></Row>
      </Section>
    </PageBody>
  );
}

function Documents({ candidate, first }: { candidate: CandidateDetail; first: string }): ReactNode {
  const [chosen, setChosen] = useState(first);
  const [kind, setKind] = useState<Kind>("candidate");
  const [options, setOptions] = useState<FeedbackOptions>({ leave_out: [], with_notes: false });
  const application = candidate.applications.some((one) => one.id === chosen) ? chosen : first;
  const request: DossierRequest = kind === "candidate" ? { kind, application_id: application } : { kind, application_id: application, options };
  const choose = (id: string) => {
    setChosen(id);
    setOptions({ leave_out: [], with_notes: false });
  };
  return (
    <DossierPane
      request={request}
      side={
        <>
          {candidate.applications.length > 1 && (
            <Select label="Application" value={application} onChange={choose} options={candidate.applications.map((one) => ({ id: one.id, label: one.role_title, hint: `since ${formatDate(one.created_at)}` }))} />
          )}
          <RadioGroup label="For whom" value={kind} onChange={setKind} options={KINDS} />
          {kind === "feedback" && <FeedbackChoices applicationId={application} options={options} onChange={setOptions} />}
        </>
      }
    />
  );
}
