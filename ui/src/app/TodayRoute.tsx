import type { ReactNode } from "react";
import { ChangeDialog } from "../features/interviews/ChangeDialogs";
import { FollowUpDialog } from "../features/outcomes/FollowUpDialog";
import { TodayScreen } from "../features/today/TodayScreen";

/** Today put together from the features that do not know each other. */
export function TodayRoute(): ReactNode {
  return (
    <TodayScreen
      outcome={(followUp, onClose) => <FollowUpDialog followUp={followUp} onClose={onClose} />}
      change={(change, interview, onClose) => <ChangeDialog change={change} interview={interview} onClose={onClose} />}
    />
  );
}
