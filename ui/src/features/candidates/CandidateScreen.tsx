import { Page } from "../../kit";

export function CandidateScreen() {
  return <Page title="Candidate">{null}</Page>;
}
