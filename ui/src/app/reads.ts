import type { Noun } from "../generated/bindings";
import type { CommandName } from "./call";

/** Which nouns each read shows: a write that changed one of them makes the read stale. The single list of reads. */
export const READS = {
  appStart: ["workspace"],
  workspaceInfo: ["workspace", "person", "candidate", "role", "interview", "scorecard"],
  personList: ["person"],
  roleTemplates: [],
  roleList: ["role", "plan", "application"],
  roleShow: ["role", "plan", "application", "rubric"],
  planShow: ["plan"],
  rubricList: ["rubric"],
  rubricShow: ["rubric"],
  candidateList: ["candidate", "application", "account", "snapshot"],
  candidateShow: ["candidate", "application", "account", "snapshot", "decision"],
  candidatePreviewList: ["candidate"],
  candidatePreviewFile: ["candidate"],
  candidateHistory: ["candidate", "application", "account", "snapshot", "interview", "scorecard", "decision", "journal"],
  receiptList: ["candidate", "journal"],
  accountUnlinked: ["account", "candidate", "snapshot"],
  applicationList: ["application", "candidate", "role"],
  captureUnfinished: ["import"],
  captureTokenStatus: [],
  importReport: ["import", "account", "candidate"],
  importList: ["import"],
  snapshotShow: ["snapshot", "account"],
  evidenceList: ["snapshot"],
  evidenceShow: ["snapshot"],
  interviewList: ["interview", "application", "scorecard", "person"],
  today: ["interview", "scorecard", "application", "decision", "candidate", "person"],
  scorecardForm: ["interview", "rubric"],
  scorecardCheck: ["scorecard"],
  scorecardShow: ["scorecard", "interview"],
  debriefRole: ["scorecard", "interview", "plan", "application", "decision"],
  debriefPreview: ["scorecard", "interview", "plan", "application", "decision"],
  debriefExplain: ["scorecard", "interview", "plan"],
  journalList: ["journal"],
  journalVerify: ["journal"],
  search: ["candidate", "role", "rubric", "person", "snapshot", "scorecard"],
} as const satisfies Partial<Record<CommandName, readonly Noun[]>>;

export type ReadName = keyof typeof READS;
