import { Page } from "../../kit";

export function ScorecardScreen() {
  return <Page title="Scorecard">{null}</Page>;
}
