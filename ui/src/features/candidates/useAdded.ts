import { goTo } from "../../app/session";
import { count } from "../../app/words";
import type { Done, ListReport } from "../../generated/bindings";
import { showToast } from "../../kit";

/** After a list was added: says how many, and goes to where they stand. */
export function useAdded() {
  return (done: Done<ListReport>) => {
    const { added, skipped, applied, problems } = done.value;
    const left = [skipped > 0 ? `${skipped} were here already${applied > 0 ? ` (${count(applied, "application")} added)` : ""}` : "", problems.length > 0 ? `${count(problems.length, "line")} left out` : ""].filter(Boolean).join(", ");
    showToast({ message: `${count(added, "candidate")} added.`, hint: left, tone: "plain" });
    goTo("/candidates");
  };
}
