import { useState, type ReactNode } from "react";
import { useRead } from "../../app/queries";
import type { CandidateDetail, CandidateSubmissions } from "../../generated/bindings";
import { Button, ButtonLink, EmptyState, Loaded, PageBody, Row } from "../../kit";
import { AddSubmission } from "./AddSubmission";
import { Reader } from "./Reader";

/** What a candidate handed in: read, cited, added to. */
export function SubmissionsTab({ candidate }: { candidate: CandidateDetail }): ReactNode {
  const query = useRead("submissionList", [candidate.id]);
  return (
    <Loaded query={query} rows={6}>
      {(data) => <Submissions candidate={candidate} data={data} />}
    </Loaded>
  );
}

function Submissions({ candidate, data }: { candidate: CandidateDetail; data: CandidateSubmissions }) {
  const [adding, setAdding] = useState(false);
  const [added, setAdded] = useState<string | null>(null);
  const first = data.sheets[0];
  if (!first) {
    return (
      <EmptyState title="No application, so nothing to hand in for" action={<ButtonLink to="/roles">Go to the roles</ButtonLink>}>
        A submission is the candidate's own work for an assessment of a role. Add {candidate.name} to one first.
      </EmptyState>
    );
  }
  if (adding) {
    return (
      <PageBody>
        <AddSubmission sheets={data.sheets} onClose={() => setAdding(false)} onAdded={setAdded} />
      </PageBody>
    );
  }
  const actions = (
    <Row>
      <Button kind="main" onPress={() => setAdding(true)}>
        Add a submission
      </Button>
      <ButtonLink to={`/submissions/form?assessment=${first.assessment_id}&role=${first.role_id}`}>Import a form…</ButtonLink>
    </Row>
  );
  if (data.submissions.length === 0) {
    return (
      <EmptyState title="Nothing was handed in yet" action={actions}>
        Answers, a review, code: paste it, choose files or a folder, or import the CSV export of a form for everybody at once. It is
        searched, cited line by line, and erased with the candidate.
      </EmptyState>
    );
  }
  return <Reader candidate={candidate} data={data} actions={actions} first={added} />;
}
