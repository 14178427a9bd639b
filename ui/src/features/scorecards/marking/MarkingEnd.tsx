import { useQuery } from "@tanstack/react-query";
import { call, type CommandError } from "../../../app/call";
import type { Criterion, MarkingEntry, MarkingSheet } from "../../../generated/bindings";
import { Badge, Button, ButtonLink, Loaded, PageBody, Row, Section, Table } from "../../../kit";
import type { Autosave } from "../autosave";
import { criteriaOf, marked, type Overlay } from "./marking";

/** After the last answer: what is marked, the next topic, and what each scorecard still lacks for being submitted. */
export function MarkingEnd<T>({ sheet, overlay, auto, onBack, onTopic }: { sheet: MarkingSheet; overlay: Overlay; auto: Autosave<T>; onBack: () => void; onTopic: (topic: string) => void }) {
  const { set, topic } = sheet;
  const next = set.topics[set.topics.findIndex((one) => one.id === topic.id) + 1];
  // Asked after everything is saved: what the drafts lack is the engine's answer.
  const state = useQuery<MarkingSheet, CommandError>({
    queryKey: ["markingShow", set.assessment_id, topic.id, "end"],
    queryFn: async () => {
      await auto.flush();
      return call("markingShow", set.assessment_id, topic.id);
    },
    gcTime: 0,
  });
  return (
    <PageBody>
      <Section title={marked(sheet, criteriaOf(sheet).asked, overlay).text} note="A scorecard is submitted from its own screen, which names the candidate: go through all questions first.">
        <Row>
          <Button onPress={onBack}>Back</Button>
          {next && (
            <Button kind="main" onPress={() => onTopic(next.id)}>
              Next: {next.title}
            </Button>
          )}
        </Row>
      </Section>
      <Section title="What the scorecards still lack">
        <Loaded query={state} rows={4}>
          {(now) => <Lacking sheet={now} />}
        </Loaded>
      </Section>
    </PageBody>
  );
}

function Lacking({ sheet }: { sheet: MarkingSheet }) {
  return (
    <Table
      label="Scorecards"
      inset
      wrap
      rows={sheet.entries.map((entry) => ({ ...entry, id: entry.interview_id }))}
      columns={[
        { id: "label", title: "Answer", fit: true, isRowHeader: true, render: (row) => row.label },
        { id: "rated", title: "Criteria", fit: true, align: "end", render: (row) => `${row.ratings.filter((one) => one.level !== null).length} of ${row.ratings.length}` },
        { id: "missing", title: "Lacks", render: (row) => (row.missing.length === 0 ? <Badge tone="good">complete</Badge> : lackText(row, sheet.rubric.criteria)) },
        { id: "open", title: "Scorecard", fit: true, align: "end", render: (row) => <ButtonLink small to={`/interviews/${row.interview_id}`}>{row.missing.length === 0 ? "Check and submit" : "Open scorecard"}</ButtonLink> },
      ]}
    />
  );
}

function lackText({ missing }: MarkingEntry, criteria: Criterion[]): string {
  const titleOf = (id: string) => criteria.find((one) => one.id === id)?.title ?? id;
  const rest = missing.length - 2;
  return missing.slice(0, 2).map((one) => (one.criterion ? `${titleOf(one.criterion)}: ${one.what}` : one.what)).join("; ") + (rest > 0 ? `; ${rest} more` : "");
}
