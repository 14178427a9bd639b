import { Page } from "../../kit";

export function RoleScreen() {
  return <Page title="Role">{null}</Page>;
}
