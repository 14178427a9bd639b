import { useRead } from "../../app/queries";
import { Button, Inspector, Loaded, Row } from "../../kit";
import { EvidenceBody } from "./EvidenceBody";

/** One record in full, beside where it was cited. */
export function EvidenceInspector({ evidenceId, onBack, onClose }: { evidenceId: string; onBack?: () => void; onClose: () => void }) {
  const evidence = useRead("evidenceShow", [evidenceId]);
  return (
    <Inspector title={evidence.data?.row.title || "Record"} onClose={onClose}>
      {onBack && (
        <Row>
          <Button small onPress={onBack}>
            Back to the fact
          </Button>
        </Row>
      )}
      <Loaded query={evidence}>{(data) => <EvidenceBody detail={data} />}</Loaded>
    </Inspector>
  );
}
