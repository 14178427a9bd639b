import { Page } from "../../kit";

export function RubricScreen() {
  return <Page title="Rubric">{null}</Page>;
}
