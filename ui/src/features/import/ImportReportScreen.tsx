import { Page } from "../../kit";

export function ImportReportScreen() {
  return <Page title="ImportReport">{null}</Page>;
}
