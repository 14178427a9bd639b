//! The record stream: what readers of GitHub data produce and the engine consumes.
//!
//! A reader walks one input (a file, a folder, an archive) and pushes into a [`RecordSink`]: a [`Record`] for everything
//! it understood, and one [`EntryReport`] for each file or archive entry it met, after that entry's records. Text is
//! already decoded and bounded; nothing here has been rendered or trusted.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

mod account;
mod identity;
pub mod redact;
mod stream;

pub use account::{AccountKind, AccountRef, Seen};
pub use identity::GitIdentity;
pub use stream::{EntryReport, Outcome, RecordSink, RecordSource};

/// The profile of an account: the body of `GET /users/{login}` in any of its ages, or the same facts in another shape.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Profile {
    /// Whose profile.
    pub account: AccountRef,
    /// What the account is.
    pub kind: AccountKind,
    /// Display name.
    pub name: Seen<String>,
    /// Biography.
    pub bio: Seen<String>,
    /// Company as written.
    pub company: Seen<String>,
    /// Location as written.
    pub location: Seen<String>,
    /// Public e-mail address. The candidate's own, so it is kept.
    pub email: Seen<String>,
    /// Web page.
    pub blog: Seen<String>,
    /// The "available for hire" mark.
    pub hireable: Seen<bool>,
    /// Public repositories, as counted by GitHub.
    pub public_repos: Seen<u64>,
    /// Followers, as counted by GitHub.
    pub followers: Seen<u64>,
    /// Accounts followed, as counted by GitHub.
    pub following: Seen<u64>,
    /// When the account was made.
    pub created_at: Seen<DateTime<Utc>>,
    /// When the profile last changed.
    pub updated_at: Seen<DateTime<Utc>>,
    /// Whether the account was suspended.
    pub suspended: Seen<bool>,
}

/// One repository.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Repository {
    /// Its owner.
    pub owner: AccountRef,
    /// Name without the owner.
    pub name: String,
    /// Description.
    pub description: Seen<String>,
    /// Whether it is a fork.
    pub fork: Seen<bool>,
    /// Whether it is archived.
    pub archived: Seen<bool>,
    /// Whether it is private.
    pub private: Seen<bool>,
    /// Main language.
    pub language: Seen<String>,
    /// Topics.
    pub topics: Seen<Vec<String>>,
    /// Stars. Popularity, not quality.
    pub stars: Seen<u64>,
    /// Forks made of it.
    pub forks: Seen<u64>,
    /// Open issues, as counted by GitHub (pull requests included).
    pub open_issues: Seen<u64>,
    /// Name of the licence.
    pub licence: Seen<String>,
    /// Default branch.
    pub default_branch: Seen<String>,
    /// Size in kB, as counted by GitHub.
    pub size_kb: Seen<u64>,
    /// When it was made.
    pub created_at: Seen<DateTime<Utc>>,
    /// When it was last pushed to.
    pub pushed_at: Seen<DateTime<Utc>>,
    /// When its metadata last changed.
    pub updated_at: Seen<DateTime<Utc>>,
    /// Whether its owner pinned it.
    pub pinned: Seen<bool>,
}

/// Which repository a record belongs to: `owner/name` on a host.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct RepoRef {
    /// Host, as in [`AccountRef::host`].
    pub host: String,
    /// Login of the owner; empty where the source knows none (a git repository without an address on GitHub).
    pub owner: String,
    /// Name.
    pub name: String,
}

impl RepoRef {
    /// `owner/name`; the name alone where there is no owner.
    pub fn full_name(&self) -> String {
        if self.owner.is_empty() { self.name.clone() } else { format!("{}/{}", self.owner, self.name) }
    }
}

/// One commit. Of its people only the accounts are kept: names and addresses travel in memory and are never serialised.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Commit {
    /// Where; `None` where the source does not say.
    pub repo: Option<RepoRef>,
    /// Object id, lower-case hexadecimal.
    pub sha: String,
    /// The whole message as the source has it. The engine redacts it ([`redact::message`]) before it is written.
    pub message: String,
    /// Account of the author; `None` where the address has no account.
    pub author: Option<AccountRef>,
    /// Account of the committer.
    pub committer: Option<AccountRef>,
    /// Name and address of the author, during the import only.
    #[serde(skip)]
    pub author_identity: Option<GitIdentity>,
    /// Name and address of the committer, during the import only.
    #[serde(skip)]
    pub committer_identity: Option<GitIdentity>,
    /// When it was authored.
    pub authored_at: Option<DateTime<Utc>>,
    /// Number of parents, where told.
    pub parents: Option<u32>,
    /// Files it touches, where told.
    pub files: Option<Vec<String>>,
}

/// State of a pull request. Merged is a state of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum PullState {
    /// Open.
    Open,
    /// Closed and known not merged.
    Closed,
    /// Merged.
    Merged,
    /// Closed, and the source does not tell whether it was merged.
    ClosedUnknown,
}

/// One pull request.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PullRequest {
    /// Repository it was made to.
    pub repo: RepoRef,
    /// Its number there.
    pub number: u64,
    /// Title.
    pub title: String,
    /// Text.
    pub body: Seen<String>,
    /// Who made it. Not who merged it.
    pub author: Option<AccountRef>,
    /// State.
    pub state: PullState,
    /// When it was made.
    pub created_at: Option<DateTime<Utc>>,
    /// When it was merged.
    pub merged_at: Option<DateTime<Utc>>,
    /// When it was closed.
    pub closed_at: Option<DateTime<Utc>>,
}

/// A comment on an issue or pull request, a review, or a review comment at a line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Comment {
    /// What sort of comment.
    pub kind: CommentKind,
    /// Repository.
    pub repo: Option<RepoRef>,
    /// Number of the issue or pull request, where told.
    pub number: Option<u64>,
    /// GitHub's id of the comment, where told.
    pub id: Option<u64>,
    /// Who wrote it.
    pub author: Option<AccountRef>,
    /// Text.
    pub body: String,
    /// File it stands at.
    pub path: Option<String>,
    /// Line it stands at.
    pub line: Option<u64>,
    /// Commit it stands at.
    pub commit: Option<String>,
    /// The piece of the difference it stands at.
    pub diff_hunk: Option<String>,
    /// Verdict of a review (`APPROVED`, `CHANGES_REQUESTED`, ...).
    pub verdict: Option<String>,
    /// When it was written.
    pub created_at: Option<DateTime<Utc>>,
}

/// Sort of a [`Comment`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CommentKind {
    /// On an issue, or in the conversation of a pull request.
    Issue,
    /// A review of a pull request as a whole.
    Review,
    /// At a line of a pull request's difference.
    ReviewLine,
    /// On a commit.
    Commit,
}

/// One issue (never a pull request).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Issue {
    /// Repository.
    pub repo: RepoRef,
    /// Its number there.
    pub number: u64,
    /// Title.
    pub title: String,
    /// Text.
    pub body: Seen<String>,
    /// Who opened it.
    pub author: Option<AccountRef>,
    /// Whether it is open.
    pub open: bool,
    /// Number of comments, where told.
    pub comments: Option<u64>,
    /// When it was opened.
    pub created_at: Option<DateTime<Utc>>,
    /// When it was closed.
    pub closed_at: Option<DateTime<Utc>>,
}

/// One release.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Release {
    /// Repository; `None` where the body does not name one.
    pub repo: Option<RepoRef>,
    /// Tag.
    pub tag: String,
    /// Title.
    pub name: Seen<String>,
    /// Text.
    pub body: Seen<String>,
    /// Who made it.
    pub author: Option<AccountRef>,
    /// When it was published.
    pub published_at: Option<DateTime<Utc>>,
}

/// One public event of a feed. What it carries inside (commits, a comment, ...) comes as records of their own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// GitHub's id of the event.
    pub id: String,
    /// Its type (`PushEvent`, ...).
    pub kind: String,
    /// Who acted. The actor is not the author of what was acted on.
    pub actor: Option<AccountRef>,
    /// Repository.
    pub repo: Option<RepoRef>,
    /// Action inside the type (`opened`, `closed`, ...).
    pub action: Option<String>,
    /// When.
    pub at: Option<DateTime<Utc>>,
}

/// What kind of list an [`AccountRef`] was read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Relation {
    /// Follows the subject.
    Follower,
    /// Is followed by the subject.
    Following,
    /// Contributed to the repository.
    Contributor,
    /// The subject belongs to this organisation.
    Organization,
    /// One of several users in a list whose meaning the source does not give.
    Listed,
}

/// One thing read from an input. Everything that can be cited is one record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "record")]
pub enum Record {
    /// A profile that stood alone in its body: its account is a subject of this input.
    Subject(Box<Profile>),
    /// A repository.
    Repository(Box<Repository>),
    /// A repository that the subject starred.
    Starred(Box<Repository>),
    /// The README of a repository.
    Readme {
        /// Repository; `None` where the body does not name one.
        repo: Option<RepoRef>,
        /// Path in the repository.
        path: String,
        /// Decoded text.
        text: String,
    },
    /// Bytes by language.
    Languages {
        /// Repository; `None` where only the path could tell, and did not.
        repo: Option<RepoRef>,
        /// Language to bytes.
        bytes: BTreeMap<String, u64>,
    },
    /// Names of files at a commit.
    Tree {
        /// Repository; `None` where only the path could tell, and did not.
        repo: Option<RepoRef>,
        /// Commit or tree id, where told.
        sha: Option<String>,
        /// Paths of files. A folder stands here, with `/` at its end, only where nothing below it is listed.
        paths: Vec<String>,
        /// Whether the listing is known to be cut, or is one folder only.
        partial: bool,
    },
    /// A commit.
    Commit(Box<Commit>),
    /// A pull request.
    PullRequest(Box<PullRequest>),
    /// A comment or review.
    Comment(Box<Comment>),
    /// An issue.
    Issue(Box<Issue>),
    /// A release.
    Release(Box<Release>),
    /// A tag of a git repository. A tag is no release: nobody need have published anything.
    Tag {
        /// Repository.
        repo: Option<RepoRef>,
        /// Name without `refs/tags/`.
        name: String,
        /// Object id of the commit that it marks.
        sha: String,
        /// When it was made, where it is annotated; a plain tag does not tell.
        at: Option<DateTime<Utc>>,
    },
    /// A gist.
    Gist {
        /// GitHub's id of it.
        id: String,
        /// Whose it is.
        owner: Option<AccountRef>,
        /// Description.
        description: Seen<String>,
        /// File names.
        files: Vec<String>,
        /// When it was made.
        created_at: Option<DateTime<Utc>>,
    },
    /// An event of a feed.
    Event(Box<Event>),
    /// An account that is somehow related.
    Account {
        /// The account.
        account: AccountRef,
        /// How it is related.
        relation: Relation,
        /// Repository, for contributors.
        repo: Option<RepoRef>,
        /// Number of contributions, for contributors.
        count: Option<u64>,
    },
    /// The source said that there is nothing of a kind (an empty list): a known zero, not an absence.
    Nothing {
        /// What there is nothing of: `repositories`, `pull-requests`, `releases`, ...
        of: String,
        /// Repository, where it is about one.
        repo: Option<RepoRef>,
    },
}
