import { Page } from "../../kit";

export function RubricsScreen() {
  return <Page title="Rubrics">{null}</Page>;
}
