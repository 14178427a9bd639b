import { Page } from "../../kit";

export function JournalScreen() {
  return <Page title="Journal">{null}</Page>;
}
