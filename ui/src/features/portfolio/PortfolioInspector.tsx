import type { CandidateDetail } from "../../generated/bindings";
import { EvidenceInspector } from "./EvidenceInspector";
import { FactInspector } from "./FactInspector";
import type { Chosen } from "./Facts";

/** Explains a fact, or shows a record under it. */
export function PortfolioInspector({ candidate, chosen, onChoose, onClose }: { candidate: CandidateDetail; chosen: Chosen; onChoose: (chosen: Chosen) => void; onClose: () => void }) {
  const { snapshot } = chosen;
  if ("fact" in chosen) return <FactInspector fact={chosen.fact} snapshotId={snapshot} onEvidence={(evidence) => onChoose({ snapshot, evidence, from: chosen.fact })} onClose={onClose} />;
  const { from } = chosen;
  return <EvidenceInspector candidate={candidate} evidenceId={chosen.evidence} onBack={from && (() => onChoose({ snapshot, fact: from }))} onClose={onClose} />;
}
