import { Page } from "../../kit";

export function CandidatesScreen() {
  return <Page title="Candidates">{null}</Page>;
}
