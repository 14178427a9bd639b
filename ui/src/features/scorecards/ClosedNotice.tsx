import type { ReactNode } from "react";
import type { CommandError } from "../../app/call";
import { ButtonLink, EmptyState, Page } from "../../kit";

/** Said calmly where ratings are closed to the viewer: what the rule is for, and what opens them. */
export function ClosedText({ hint }: { hint?: string }): ReactNode {
  return (
    <>
      You have an open interview here. Ratings open when you have submitted, so that yours is your own. It is the same for everybody, the owner included.
      {hint && <> {hint}</>}
    </>
  );
}

/** The whole screen of a scorecard that is closed to the viewer. */
export function ClosedNotice({ error }: { error: CommandError }): ReactNode {
  return (
    <Page title="Scorecard">
      <EmptyState title="Closed to you until you have scored" action={<ButtonLink to="/today" kind="main">Go to what you have to score</ButtonLink>}>
        <ClosedText hint={error.hint} />
      </EmptyState>
    </Page>
  );
}
