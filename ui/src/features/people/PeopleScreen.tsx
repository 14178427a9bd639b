import { Page } from "../../kit";

export function PeopleScreen() {
  return <Page title="People">{null}</Page>;
}
