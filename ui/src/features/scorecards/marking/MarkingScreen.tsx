import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { call, type CommandError } from "../../../app/call";
import type { MarkingSheet } from "../../../generated/bindings";
import { ButtonLink, EmptyState, Loaded, Page, Select } from "../../../kit";
import { allSaved } from "../autosave";
import { MarkingTopic } from "./MarkingTopic";

/** Marking one assessment: a topic across all candidates. */
export function MarkingScreen(): ReactNode {
  const { assessmentId } = useParams({ from: "/inside/marking/$assessmentId" });
  const { topic = null } = useSearch({ from: "/inside/marking/$assessmentId" });
  // The drafts are read anew whenever a topic is entered, never from an earlier visit, and once what was typed elsewhere is saved.
  const query = useQuery<MarkingSheet, CommandError>({
    queryKey: ["markingShow", assessmentId, topic, "opened"],
    queryFn: () => allSaved().then(() => call("markingShow", assessmentId, topic)),
    gcTime: 0,
  });
  if (query.error?.code === "not-found") return <NothingLeft />;
  if (!query.data) {
    return (
      <Page title="Marking" crumbs={CRUMBS}>
        <Loaded query={query} rows={8}>{() => null}</Loaded>
      </Page>
    );
  }
  return <OneSheet key={query.data.topic.id} sheet={query.data} onCited={() => void query.refetch()} />;
}

const CRUMBS = [{ label: "Marking", to: "/marking" }];

function NothingLeft() {
  return (
    <Page title="Marking" crumbs={CRUMBS}>
      <EmptyState title="Nothing is left to mark here" action={<ButtonLink to="/marking">What else there is</ButtonLink>}>
        You hold no open interview of this assessment for which this was handed in.
      </EmptyState>
    </Page>
  );
}

function OneSheet({ sheet, onCited }: { sheet: MarkingSheet; onCited: () => void }) {
  const navigate = useNavigate();
  const { set, topic } = sheet;
  const choose = (next: string) => void navigate({ to: "/marking/$assessmentId", params: { assessmentId: set.assessment_id }, search: { topic: next } });
  return (
    <Page
      title={topic.title}
      windowTitle={`Marking, ${set.assessment_title}`}
      crumbs={CRUMBS}
      lead={`${set.assessment_title}, ${set.role_title} · ${sheet.entries.length} in an order of your own, names hidden`}
      actions={<Select label="Question or artefact" hideLabel value={topic.id} onChange={choose} options={set.topics.map((one) => ({ id: one.id, label: one.title, hint: `${one.handed_in} handed in` }))} />}
    >
      <MarkingTopic sheet={sheet} onTopic={choose} onCited={onCited} />
    </Page>
  );
}
