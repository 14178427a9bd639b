//! The kinds of evidence.

use serde::{Deserialize, Serialize};

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $word:literal),+ $(,)?) => {
        /// What a piece of evidence is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "specta", derive(specta::Type))]
        #[serde(rename_all = "kebab-case")]
        pub enum EvidenceKind { $($(#[$doc])* $name),+ }

        impl EvidenceKind {
            /// The word, as it is stored.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $word),+ }
            }
        }

        impl std::str::FromStr for EvidenceKind {
            type Err = crate::EngineError;
            fn from_str(word: &str) -> Result<Self, Self::Err> {
                match word {
                    $($word => Ok(Self::$name),)+
                    other => Err(crate::EngineError::Damaged(format!("{other} is no kind of evidence"))),
                }
            }
        }
    };
}

kinds! {
    /// A repository.
    Repository = "repository",
    /// A repository that the subject starred.
    Starred = "starred",
    /// A README.
    Readme = "readme",
    /// Bytes by language of a repository.
    Languages = "languages",
    /// Names of the files of a repository.
    Tree = "tree",
    /// A commit.
    Commit = "commit",
    /// A pull request.
    PullRequest = "pull-request",
    /// A comment or review.
    Comment = "comment",
    /// An issue.
    Issue = "issue",
    /// A release.
    Release = "release",
    /// A tag of a git repository.
    Tag = "tag",
    /// A gist.
    Gist = "gist",
    /// An event of a feed.
    Event = "event",
    /// A related account.
    Account = "account",
    /// A list that the source gave empty: a fact of nought rests on it.
    Nothing = "nothing",
    /// The profile itself.
    Profile = "profile",
}
