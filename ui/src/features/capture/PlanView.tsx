import { count } from "../../app/words";
import type { CaptureLimit, CapturePlan } from "../../generated/bindings";
import { DateText, Ledger, Section } from "../../kit";
import { durationText } from "./order";

/** What a capture will cost, before anything is taken. */
export function PlanView({ plan }: { plan: CapturePlan }) {
  const all = plan.public_repositories === null ? "" : ` of ${plan.public_repositories} public ones`;
  const answered = plan.answered > 0 ? `${plan.answered} of them answered already` : undefined;
  return (
    <Section title="What it costs" note="Counted from the depth and from what GitHub says of the account. Nothing but the profile has been asked for yet.">
      <Ledger
        rows={[
          { id: "account", what: "Account", value: `${plan.login} on ${plan.host}` },
          { id: "requests", what: "Requests", value: `at most ${plan.requests.toLocaleString("en-GB")}`, note: answered },
          { id: "repositories", what: "Looked into", value: `up to ${count(plan.repositories, "repository", "repositories")}${all}` },
          { id: "takes", what: "Takes", value: `about ${durationText(plan.seconds)}`, note: "waiting for the limits included" },
          { id: "limit", what: "Limit", value: <LimitText limit={plan.core} window="an hour" />, note: plan.token ? "with a token" : "without a token" },
          { id: "search", what: "Limit of searches", value: <LimitText limit={plan.search} window="a minute" /> },
        ]}
      />
    </Section>
  );
}

function LimitText({ limit, window }: { limit: CaptureLimit | null; window: string }) {
  if (!limit) return "none on this server";
  return (
    <>
      {limit.remaining.toLocaleString("en-GB")} of {limit.limit.toLocaleString("en-GB")} {window} are left, all again at <DateText value={limit.reset} time />
    </>
  );
}
