//! Identifiers: UUIDv7 newtypes, one for each noun. They are minted by the engine and passed in.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A text that is no id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoId {
    /// What was given.
    pub text: String,
    /// Of what it should have been the id.
    pub noun: &'static str,
}

impl std::error::Error for NoId {}

impl std::fmt::Display for NoId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "\"{}\" is no id of {}", self.text, with_article(self.noun))
    }
}

/// The noun with "a" or "an" before it.
fn with_article(noun: &str) -> String {
    let vowel = noun.starts_with(['a', 'e', 'i', 'o', 'u']);
    format!("{} {noun}", if vowel { "an" } else { "a" })
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident: $noun:literal),+ $(,)?) => {$(
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
            type Err = NoId;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map($name).map_err(|_| NoId { text: text.to_owned(), noun: $noun })
            }
        }
    )+};
}

ids! {
    /// A workspace.
    WorkspaceId: "workspace",
    /// Somebody who interviews or decides here.
    PersonId: "person",
    /// An opening.
    RoleId: "role",
    /// One version of a role's plan.
    PlanId: "plan",
    /// One assessment of a plan; keeps its id through the plan's versions.
    AssessmentId: "assessment",
    /// A person considered.
    CandidateId: "candidate",
    /// A GitHub account.
    AccountId: "account",
    /// One candidacy for one role.
    ApplicationId: "application",
    /// One run of an import.
    ImportId: "import",
    /// GitHub data about one account as it stood at one time.
    SnapshotId: "snapshot",
    /// One citable record: of a snapshot, or a part of a submission.
    EvidenceId: "evidence",
    /// One person assigned one assessment of one application.
    InterviewId: "interview",
    /// One person's ratings for one interview, one version of them.
    ScorecardId: "scorecard",
    /// A decision on an application.
    DecisionId: "decision",
    /// Something still to be found out about an application.
    QuestionId: "question",
    /// What a candidate handed in for an assessment, at one time.
    SubmissionId: "submission",
    /// An import of totals of groups.
    ImpactImportId: "impact import",
    /// The receipt of an erasure.
    ReceiptId: "receipt",
}

#[cfg(test)]
mod tests {
    use super::{InterviewId, SnapshotId};

    #[test]
    fn what_is_no_id_is_told_with_what_it_should_be_of() {
        let told = "Greta Fixture".parse::<InterviewId>().unwrap_err().to_string();
        assert_eq!(told, "\"Greta Fixture\" is no id of an interview");
        let told = "x".parse::<SnapshotId>().unwrap_err().to_string();
        assert_eq!(told, "\"x\" is no id of a snapshot");
    }
}
