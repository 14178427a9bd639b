import { Page } from "../../kit";

export function ImportScreen() {
  return <Page title="Import">{null}</Page>;
}
