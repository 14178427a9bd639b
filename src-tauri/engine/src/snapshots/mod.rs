//! Snapshots: GitHub data about one account as it stood at one time; and the evidence in them.

mod evidence;
mod kind;
mod render;
mod show;
mod summary;

pub use evidence::{EvidenceDetail, EvidencePage, EvidenceQuery, EvidenceRow, evidence_list, evidence_show};
pub use kind::EvidenceKind;
pub use show::{EvidenceBrief, Fact, ProfileField, SnapshotDetail, show};
pub use summary::{EvidenceCounts, SnapshotSummary};
pub(crate) use summary::{of_candidate, of_import_unlinked};
