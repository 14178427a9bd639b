//! Identifiers: UUIDv7 newtypes, one for each noun. They are minted by the engine and passed in.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "specta", derive(specta::Type))]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map($name)
            }
        }
    )+};
}

ids! {
    /// A workspace.
    WorkspaceId,
    /// Somebody who interviews or decides here.
    PersonId,
    /// An opening.
    RoleId,
    /// One version of a role's plan.
    PlanId,
    /// One assessment of a plan; keeps its id through the plan's versions.
    AssessmentId,
    /// A person considered.
    CandidateId,
    /// A GitHub account.
    AccountId,
    /// One candidacy for one role.
    ApplicationId,
    /// One run of an import.
    ImportId,
    /// GitHub data about one account as it stood at one time.
    SnapshotId,
    /// One citable record: of a snapshot, or a part of a submission.
    EvidenceId,
    /// One person assigned one assessment of one application.
    InterviewId,
    /// One person's ratings for one interview, one version of them.
    ScorecardId,
    /// A decision on an application.
    DecisionId,
    /// Something still to be found out about an application.
    QuestionId,
    /// What a candidate handed in for an assessment, at one time.
    SubmissionId,
    /// An import of totals of groups.
    ImpactImportId,
    /// The receipt of an erasure.
    ReceiptId,
}
