import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useRead } from "../../app/queries";
import type { CandidateDetail, Fact } from "../../generated/bindings";
import { Button, Loaded, Page, Tabs } from "../../kit";
import { EditCandidate } from "./EditCandidate";
import { EvidenceInspector } from "./EvidenceInspector";
import { FactInspector } from "./FactInspector";
import { History } from "./History";
import { Overview } from "./Overview";
import { Portfolio } from "./Portfolio";
import { Privacy } from "./Privacy";

/** What the inspector explains. */
export type Selected = { fact: Fact } | { evidence: string; from?: Fact };

/** What other features show of a candidate. */
type Parts = { scorecards: (candidate: CandidateDetail) => ReactNode; decisions: (candidate: CandidateDetail) => ReactNode };

/** One candidate: who, applications, facts with their evidence, scorecards, history, privacy. */
export function CandidateScreen(parts: Parts) {
  const { candidateId } = useParams({ from: "/inside/candidates/$candidateId" });
  const query = useRead("candidateShow", [candidateId]);
  return <Loaded query={query}>{(candidate) => <Candidate key={candidate.id} candidate={candidate} parts={parts} />}</Loaded>;
}

function Candidate({ candidate, parts }: { candidate: CandidateDetail; parts: Parts }) {
  const { tab = "overview" } = useSearch({ from: "/inside/candidates/$candidateId" });
  const navigate = useNavigate();
  const [selected, setSelected] = useState<Selected | null>(null);
  const [editing, setEditing] = useState(false);
  const close = () => setSelected(null);
  const select = (next: typeof tab) => {
    close();
    void navigate({ to: "/candidates/$candidateId", params: { candidateId: candidate.id }, search: { tab: next } });
  };
  return (
    <Page
      title={candidate.name}
      crumbs={[{ label: "Candidates", to: "/candidates" }]}
      lead={[candidate.headline, candidate.location].filter(Boolean).join(" · ")}
      actions={<Button onPress={() => setEditing(true)}>Edit</Button>}
      inspector={selected && <CandidateInspector selected={selected} onSelect={setSelected} onClose={close} />}
    >
      <Tabs
        label={candidate.name}
        selected={tab}
        onSelect={select}
        items={[
          { id: "overview", label: "Overview", content: <Overview candidate={candidate} decisions={parts.decisions(candidate)} onFact={(fact) => setSelected({ fact })} /> },
          { id: "portfolio", label: "Portfolio", content: <Portfolio candidate={candidate} /> },
          { id: "scorecards", label: "Scorecards", content: parts.scorecards(candidate) },
          { id: "history", label: "History", content: <History candidateId={candidate.id} /> },
          { id: "privacy", label: "Privacy", content: <Privacy candidate={candidate} /> },
        ]}
      />
      {editing && <EditCandidate candidate={candidate} onClose={() => setEditing(false)} />}
    </Page>
  );
}

function CandidateInspector({ selected, onSelect, onClose }: { selected: Selected; onSelect: (selected: Selected) => void; onClose: () => void }) {
  if ("fact" in selected) return <FactInspector fact={selected.fact} onEvidence={(evidence) => onSelect({ evidence, from: selected.fact })} onClose={onClose} />;
  const { from } = selected;
  return <EvidenceInspector evidenceId={selected.evidence} onBack={from && (() => onSelect({ fact: from }))} onClose={onClose} />;
}
