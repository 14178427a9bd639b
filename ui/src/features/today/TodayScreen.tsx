import { Page } from "../../kit";

export function TodayScreen() {
  return <Page title="Today">{null}</Page>;
}
