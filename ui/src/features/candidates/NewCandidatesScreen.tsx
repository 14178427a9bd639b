import { Page } from "../../kit";

export function NewCandidatesScreen() {
  return <Page title="NewCandidates">{null}</Page>;
}
