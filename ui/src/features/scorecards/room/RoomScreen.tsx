import { useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Form } from "../../../generated/bindings";
import { useRead } from "../../../app/queries";
import { ButtonLink, EmptyState, Loaded, Page } from "../../../kit";
import { ClosedNotice } from "../ClosedNotice";
import { useOpenedInterview } from "../loadScorecard";
import { Room } from "./Room";

/** Interview mode: for somebody who is talking to a person. */
export function RoomScreen(): ReactNode {
  const { interviewId } = useParams({ from: "/inside/interviews/$interviewId/room" });
  return <OneRoom key={interviewId} interviewId={interviewId} />;
}

function OneRoom({ interviewId }: { interviewId: string }): ReactNode {
  const query = useOpenedInterview(interviewId);
  if (query.error?.code === "closed-to-viewer") return <ClosedNotice error={query.error} />;
  if (query.data?.kind === "form" && query.data.form.interview.mine) return <WithKit form={query.data.form} />;
  return (
    <Page title="Interview mode">
      <Loaded query={query} rows={8}>
        {() => (
          <EmptyState title="This interview is not yours to hold" action={<ButtonLink to={`/interviews/${interviewId}`}>To the scorecard</ButtonLink>}>
            Interview mode is for an open interview of your own.
          </EmptyState>
        )}
      </Loaded>
    </Page>
  );
}

/** The kit is read before anything is shown, so that nothing jumps while one talks. */
function WithKit({ form }: { form: Form }): ReactNode {
  const kit = useRead("kitShow", [form.kit?.id ?? "", form.kit?.version ?? 0], { enabled: form.kit !== null });
  if (form.kit === null) return <Room form={form} kit={null} />;
  if (kit.data) return <Room form={form} kit={kit.data.kit} />;
  return <Page title="Interview mode"><Loaded query={kit} rows={8}>{() => null}</Loaded></Page>;
}
