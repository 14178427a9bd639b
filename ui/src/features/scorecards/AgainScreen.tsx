import { useNavigate, useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useRead } from "../../app/queries";
import { Badge, Loaded, Page } from "../../kit";
import { Editor } from "./Editor";

const CRUMBS = [{ label: "Your own mirror", to: "/mirror" }];

/** One interview of one's own marked again, without the first marking in sight. */
export function AgainScreen(): ReactNode {
  const { interviewId } = useParams({ from: "/inside/mirror/again/$interviewId" });
  const navigate = useNavigate();
  const query = useRead("retestForm", [interviewId]);
  if (!query.data) return <Page title="Mark again" crumbs={CRUMBS}><Loaded query={query} rows={8}>{() => null}</Loaded></Page>;
  const { interview } = query.data;
  return (
    <Page
      title={`${interview.assessment_title}: ${interview.candidate_name}`}
      windowTitle={`Mark again, ${interview.assessment_title}`}
      crumbs={CRUMBS}
      lead={<><Badge tone="accent">Second marking</Badge> Your first one is closed to you until this is submitted, and the candidate is not named. It counts in no score.</>}
    >
      <Editor key={interviewId} form={query.data} mode="again" start={null} onDone={() => void navigate({ to: "/mirror" })} />
    </Page>
  );
}
