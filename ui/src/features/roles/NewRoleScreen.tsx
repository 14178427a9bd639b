import { Page } from "../../kit";

export function NewRoleScreen() {
  return <Page title="NewRole">{null}</Page>;
}
