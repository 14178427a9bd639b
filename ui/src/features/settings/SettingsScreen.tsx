import { Page } from "../../kit";

export function SettingsScreen() {
  return <Page title="Settings">{null}</Page>;
}
