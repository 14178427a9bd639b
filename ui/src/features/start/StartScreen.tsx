import { Page } from "../../kit";

export function StartScreen() {
  return <Page title="Start">{null}</Page>;
}
