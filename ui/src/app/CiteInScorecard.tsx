import { useState, type ReactNode } from "react";
import type { CandidateDetail, Interview } from "../generated/bindings";
import { Form, Loaded, Note, RadioGroup, Select, showToast } from "../kit";
import type { ArgsOf } from "./call";
import { queryClient, useRead, useWrite } from "./queries";
import { goTo } from "./session";

type Cites = "scorecardCite" | "submissionCite";
type Props<K extends Cites> = {
  candidate: CandidateDetail;
  /** The command that cites, and what it is told for a criterion of a scorecard. */
  command: K;
  args: (interviewId: string, criterion: string) => ArgsOf<K>;
  /** The scorecard of this assessment comes first. */
  assessmentId?: string;
  /** Shown where one writes no scorecard of this candidate. */
  none: ReactNode;
  onClose: () => void;
};

/** Chooses for which criterion of which of one's own open scorecards something is cited, and cites it. */
export function CiteInScorecard<K extends Cites>({ candidate, assessmentId, none, ...choice }: Props<K>) {
  const interviews = useRead("interviewList", [{ role_id: null, application_id: null, person_id: null, state: "open" }]);
  return (
    <Loaded query={interviews} rows={2}>
      {(rows) => {
        const mine = rows.filter((one) => one.mine && one.candidate_id === candidate.id);
        mine.sort((one, other) => Number(other.assessment_id === assessmentId) - Number(one.assessment_id === assessmentId));
        return mine.length > 0 ? <Choice interviews={mine} {...choice} /> : none;
      }}
    </Loaded>
  );
}

function Choice<K extends Cites>({ interviews, command, args, onClose }: Pick<Props<K>, "command" | "args" | "onClose"> & { interviews: Interview[] }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [criterion, setCriterion] = useState<string | null>(null);
  const interview = interviews.find((one) => one.id === chosen) ?? interviews[0];
  const form = useRead("scorecardForm", [interview?.id ?? ""], { enabled: interview !== undefined });
  const cite = useWrite(command, {
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
    <Form action="Cite" onSubmit={() => criterion && cite.mutate(args(interview.id, criterion))} isPending={cite.isPending} isDisabled={criterion === null} error={cite.error}>
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
