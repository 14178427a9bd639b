//! Snapshots: GitHub data about one account as it stood at one time; and the evidence in them.

mod choose;
mod compare;
mod conversation;
mod detail;
mod evidence;
mod fact_evidence;
mod kind;
mod link;
mod render;
mod repositories;
mod show;
mod summary;
mod tree;

pub use choose::choose;
pub(crate) use choose::{undo_choose, undo_leave};
pub use compare::{Comparison, FactChange, FieldChange, RepositoryChange, RepositoryState, compare};
pub use conversation::{Conversation, ConversationPart, conversation};
pub use detail::{CommentPlace, EvidenceDetail, evidence_show};
pub use evidence::{EvidencePage, EvidenceQuery, EvidenceRow, evidence_list};
pub use fact_evidence::fact_evidence;
pub use kind::EvidenceKind;
pub use link::{link, unlink};
pub(crate) use link::{undo_link, undo_unlink};
pub use render::markdown as markdown_html;
pub use repositories::{
    RepositoryCounts, RepositoryGroup, RepositoryPage, RepositoryQuery, RepositoryRow, repository_list,
};
pub use show::{EvidenceBrief, Fact, ProfileField, SnapshotDetail, show};
pub use summary::{EvidenceCounts, SnapshotSummary, unlinked};
pub(crate) use summary::{of_candidate, of_candidate_sql, of_import_unlinked};
pub use tree::{TreeEntry, TreeFolder, tree_list};
