import { useQuery } from "@tanstack/react-query";
import type { Form, Scorecard } from "../../generated/bindings";
import { call, CommandError } from "../../app/call";
import { allSaved } from "./autosave";

/** What stands under an interview's address: something to fill in, or what was submitted (newest first). */
export type Opened = { kind: "form"; form: Form } | { kind: "submitted"; versions: Scorecard[] };

/** Opens an interview. A draft is read anew whenever the screen is entered, never from an earlier visit, and once another screen has saved. */
export function useOpenedInterview(interviewId: string) {
  return useQuery<Opened, CommandError>({
    queryKey: ["scorecardForm", interviewId, "opened"],
    queryFn: () => open(interviewId),
    gcTime: 0,
  });
}

/** The form where there is one to fill in; else what was submitted. What is closed to the viewer stays closed. */
async function open(interviewId: string): Promise<Opened> {
  await allSaved();
  try {
    return { kind: "form", form: await call("scorecardForm", interviewId) };
  } catch (error) {
    if (!(error instanceof CommandError) || error.code === "closed-to-viewer" || error.code === "not-found") throw error;
    const versions = await call("scorecardShow", interviewId);
    if (versions.length === 0) throw error;
    return { kind: "submitted", versions };
  }
}
