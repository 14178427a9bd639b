import { Note } from "../kit";
import { endingText } from "./ending";
import { useRead } from "./queries";

/** Says how many open interviews will be cancelled with an application that is about to end. */
export function EndingNote({ applicationId }: { applicationId: string }) {
  const open = useRead("interviewList", [{ role_id: null, application_id: applicationId, person_id: null, state: "open" }]);
  const text = endingText(open.data?.length ?? 0);
  return text && <Note>{text}</Note>;
}
