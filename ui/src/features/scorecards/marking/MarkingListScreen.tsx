import { Link } from "@tanstack/react-router";
import { useRead } from "../../../app/queries";
import { count } from "../../../app/words";
import type { MarkingSet } from "../../../generated/bindings";
import { ButtonLink, EmptyState, Loaded, Page, PageBody, Section, Table } from "../../../kit";

/** What the viewer has to mark: assessments of which they hold open interviews with something handed in. */
export function MarkingListScreen() {
  const query = useRead("markingList", []);
  return (
    <Page title="Marking" lead="One question or artefact across all of your candidates, in an order of your own, names hidden, the rubric beside it. What you rate goes into your drafts.">
      <Loaded query={query} rows={4}>
        {(sets) =>
          sets.length === 0 ? (
            <EmptyState title="Nothing to mark" action={<ButtonLink to="/today">Go to today</ButtonLink>}>
              You hold no open interview for which something was handed in. Submissions are added on a candidate's page, or from a form.
            </EmptyState>
          ) : (
            <PageBody>
              {sets.map((set) => (
                <OneSet key={set.assessment_id} set={set} />
              ))}
            </PageBody>
          )
        }
      </Loaded>
    </Page>
  );
}

function OneSet({ set }: { set: MarkingSet }) {
  const note = set.handed_in < set.open ? `${count(set.handed_in, "candidate")} of ${set.open} handed something in.` : `${count(set.handed_in, "candidate")}.`;
  return (
    <Section title={`${set.assessment_title}, ${set.role_title}`} note={note}>
      <Table
        label={`To mark in ${set.assessment_title}`}
        inset
        rows={set.topics}
        columns={[
          { id: "title", title: "Question or artefact", isRowHeader: true, render: (topic) => <Link to="/marking/$assessmentId" params={{ assessmentId: set.assessment_id }} search={{ topic: topic.id }}>{topic.title}</Link> },
          { id: "in", title: "Handed in", align: "end", render: (topic) => topic.handed_in },
        ]}
      />
    </Section>
  );
}
