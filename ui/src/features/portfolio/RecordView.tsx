import { useRead } from "../../app/queries";
import type { CandidateDetail } from "../../generated/bindings";
import { Loaded } from "../../kit";
import { CiteArea } from "./CiteArea";
import { ConversationView } from "./ConversationView";
import { Files } from "./Files";
import { RecordText } from "./RecordText";

/** One record, read as its kind asks for. */
export function RecordView({ candidate, id, onConversation }: { candidate: CandidateDetail; id: string; onConversation: (id: string) => void }) {
  const detail = useRead("evidenceShow", [id]);
  return (
    <Loaded query={detail}>
      {(data) => {
        if (data.row.kind === "tree") return <Files candidate={candidate} detail={data} />;
        if (data.conversation === data.row.id) return <ConversationView candidate={candidate} id={data.row.id} />;
        return (
          <CiteArea candidate={candidate} quotables={[{ row: data.row, body: data.body }]}>
            <RecordText detail={data} onConversation={onConversation} />
          </CiteArea>
        );
      }}
    </Loaded>
  );
}
