import { Page } from "../../kit";

export function RolesScreen() {
  return <Page title="Roles">{null}</Page>;
}
