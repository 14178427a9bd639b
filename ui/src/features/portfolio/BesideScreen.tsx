import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useRead } from "../../app/queries";
import type { CandidateDetail, SnapshotSummary } from "../../generated/bindings";
import { EmptyState, Page, Tabs } from "../../kit";
import styles from "./Beside.module.css";
import { BesideFacts } from "./BesideFacts";
import { BesideReader } from "./BesideReader";
import type { Chosen } from "./Facts";
import { KINDS, kindOf } from "./kinds";
import { PortfolioInspector } from "./PortfolioInspector";
import { Side } from "./Side";
import { Invisible } from "./SnapshotNote";

type Search = { left?: string; right?: string; leftSnapshot?: string; rightSnapshot?: string; kind?: string };
/** One of the two: who, and which snapshot. */
export type Held = { candidate: CandidateDetail; snapshot: SnapshotSummary };

const TABS = [{ id: "facts", label: "Facts" }, ...KINDS] as const;

/** Two candidates' evidence beside each other: the same fact, the same kind of record. No score and no order comes of it. */
export function BesideScreen() {
  const search: Search = useSearch({ from: "/inside/beside" });
  const navigate = useNavigate();
  const go = (to: Search) => void navigate({ to: "/beside", search: { ...search, ...to } });
  const left = useHeld(search.left, search.leftSnapshot);
  const right = useHeld(search.right, search.rightSnapshot);
  const [chosen, setChosen] = useState<{ candidate: CandidateDetail; what: Chosen } | null>(null);
  const tab = search.kind === undefined || search.kind === "facts" ? "facts" : kindOf(search.kind);
  return (
    <Page
      title="Side by side"
      crumbs={[{ label: "Candidates", to: "/candidates" }]}
      lead="The same fact and the same kind of record of two people. Nothing is scored and nobody is ranked."
      windowTitle="Side by side"
      inspector={chosen && <PortfolioInspector candidate={chosen.candidate} chosen={chosen.what} onChoose={(what) => setChosen({ ...chosen, what })} onClose={() => setChosen(null)} />}
    >
      <div className={styles.sides}>
        <Side label="Left" held={left.held} other={search.right} chosen={search.left} isMissing={left.isMissing} onCandidate={(id) => go({ left: id, leftSnapshot: undefined })} onSnapshot={(id) => go({ leftSnapshot: id })} />
        <Side label="Right" held={right.held} other={search.left} chosen={search.right} isMissing={right.isMissing} onCandidate={(id) => go({ right: id, rightSnapshot: undefined })} onSnapshot={(id) => go({ rightSnapshot: id })} />
      </div>
      {left.held && right.held ? (
        <Tabs
          label="What is read side by side"
          selected={tab}
          onSelect={(kind) => go({ kind })}
          items={TABS.map(({ id, label }) => ({
            id,
            label,
            content: left.held && right.held && (id === "facts" ? <BesideFacts left={left.held} right={right.held} onChoose={(candidate, what) => setChosen({ candidate, what })} /> : <BesideReader key={id} left={left.held} right={right.held} kind={id} />),
          }))}
        />
      ) : (
        <EmptyState title="Choose two candidates">Both need a snapshot. What you read here informs your own rating of each, made by the rubric, not against each other.</EmptyState>
      )}
      <div className={styles.foot}>
        <Invisible />
      </div>
    </Page>
  );
}

/** A candidate with the snapshot that is read: the one asked for, or else the newest. */
function useHeld(id: string | undefined, snapshotId: string | undefined): { held: Held | null; isMissing: boolean } {
  const candidate = useRead("candidateShow", [id ?? ""], { enabled: id !== undefined }).data;
  if (!candidate) return { held: null, isMissing: false };
  const snapshot = candidate.snapshots.find((one) => one.id === snapshotId) ?? candidate.snapshots[0];
  return { held: snapshot ? { candidate, snapshot } : null, isMissing: snapshot === undefined };
}
