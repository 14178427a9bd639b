import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useRead } from "../../app/queries";
import type { CandidateDetail } from "../../generated/bindings";
import { Button, Loaded, Page, Tabs } from "../../kit";
import { BlindPortfolio } from "./BlindNotice";
import { EditCandidate } from "./EditCandidate";
import { History } from "./History";
import { Overview } from "./Overview";
import { Privacy } from "./Privacy";

/** What other features show of a candidate. `Chosen` is what the inspector explains; only they know what it is. */
export type Parts<Chosen> = {
  scorecards: (candidate: CandidateDetail) => ReactNode;
  decisions: (candidate: CandidateDetail) => ReactNode;
  portfolio: (candidate: CandidateDetail) => ReactNode;
  dossier: (candidate: CandidateDetail) => ReactNode;
  submissions: (candidate: CandidateDetail) => ReactNode;
  facts: (candidate: CandidateDetail, onChoose: (chosen: Chosen) => void) => ReactNode;
  /** Stands on the Privacy tab. */
  given: (candidate: CandidateDetail) => ReactNode;
  inspector: (candidate: CandidateDetail, chosen: Chosen, onChoose: (chosen: Chosen) => void, onClose: () => void) => ReactNode;
};

/** One candidate: who, applications, facts with their evidence, scorecards, dossier, history, privacy. */
export function CandidateScreen<Chosen>(parts: Parts<Chosen>) {
  const { candidateId } = useParams({ from: "/inside/candidates/$candidateId" });
  const query = useRead("candidateShow", [candidateId]);
  return <Loaded query={query}>{(candidate) => <Candidate key={candidate.id} candidate={candidate} parts={parts} />}</Loaded>;
}

function Candidate<Chosen>({ candidate, parts }: { candidate: CandidateDetail; parts: Parts<Chosen> }) {
  const { tab = "overview" } = useSearch({ from: "/inside/candidates/$candidateId" });
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<{ what: Chosen } | null>(null);
  const [editing, setEditing] = useState(false);
  const choose = (what: Chosen) => setChosen({ what });
  const close = () => setChosen(null);
  const select = (next: typeof tab) => {
    close();
    void navigate({ to: "/candidates/$candidateId", params: { candidateId: candidate.id }, search: { tab: next } });
  };
  return (
    <Page
      title={candidate.name}
      crumbs={[{ label: "Candidates", to: "/candidates" }]}
      lead={[candidate.blind && "Blind review", candidate.do_not_contact && "DO NOT CONTACT", candidate.headline, candidate.location].filter(Boolean).join(" · ")}
      actions={!candidate.blind && <Button onPress={() => setEditing(true)}>Edit</Button>}
      inspector={chosen && tab === "overview" && parts.inspector(candidate, chosen.what, choose, close)}
    >
      <Tabs
        label={candidate.name}
        selected={tab}
        onSelect={select}
        items={[
          { id: "overview", label: "Overview", content: <Overview candidate={candidate} decisions={parts.decisions(candidate)} facts={parts.facts(candidate, choose)} /> },
          { id: "portfolio", label: "Portfolio", content: candidate.blind ? <BlindPortfolio candidate={candidate} /> : parts.portfolio(candidate) },
          { id: "submissions", label: "Submissions", content: parts.submissions(candidate) },
          { id: "scorecards", label: "Scorecards", content: parts.scorecards(candidate) },
          { id: "dossier", label: "Dossier", content: parts.dossier(candidate) },
          { id: "history", label: "History", content: <History candidateId={candidate.id} /> },
          { id: "privacy", label: "Privacy", content: <Privacy candidate={candidate} given={parts.given(candidate)} /> },
        ]}
      />
      {editing && <EditCandidate candidate={candidate} onClose={() => setEditing(false)} />}
    </Page>
  );
}
