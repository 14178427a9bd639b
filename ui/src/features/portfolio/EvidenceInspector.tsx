import { useRead } from "../../app/queries";
import type { CandidateDetail } from "../../generated/bindings";
import { Button, ButtonLink, Inspector, Loaded, Row } from "../../kit";
import { addressInPortfolio } from "./address";
import { headOf } from "./words";
import { RecordText } from "./RecordText";

/** One record in full, beside where it was cited. */
export function EvidenceInspector({ candidate, evidenceId, onBack, onClose }: { candidate: CandidateDetail; evidenceId: string; onBack?: () => void; onClose: () => void }) {
  const evidence = useRead("evidenceShow", [evidenceId]);
  return (
    <Inspector title={evidence.data ? headOf(evidence.data.row) : "Record"} onClose={onClose}>
      <Row>
        {onBack && (
          <Button small onPress={onBack}>
            Back to the fact
          </Button>
        )}
        {evidence.data && (
          <ButtonLink small to={addressInPortfolio(candidate.id, evidence.data)}>
            Read in the portfolio
          </ButtonLink>
        )}
      </Row>
      <Loaded query={evidence}>{(data) => <RecordText detail={data} />}</Loaded>
    </Inspector>
  );
}
