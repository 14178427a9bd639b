//! Imports: the flow of records into snapshots. Batches, idempotency, cancelling, the report.
//!
//! One import runs at a time in a workspace (a lock file says so). The records of an input go, batch by batch, into a
//! provisional snapshot that nobody sees; when the input ends, they are divided among its subjects and the snapshots
//! become whole in one transaction each. A crash or a cancel leaves whole snapshots, and what is cleaned up next time.

mod about;
mod alone;
pub(crate) mod attribution;
mod clean;
mod divide;
mod facts;
mod finish;
#[cfg(feature = "plaintext")]
pub mod floor;
mod list;
mod merge;
mod notes;
mod own;
mod receive;
pub(crate) mod refs;
mod report;
mod rows;
mod run;
mod subject;
mod undo;
mod whole;

pub use list::{ImportSummary, list};
pub use report::{ImportAccount, ImportFile, ImportReport, ImportState, ImportTotals, Progress, report};
pub use run::{Input, Run, run};
pub(crate) use undo::undo_finish;

use assay_domain::candidate::ProvenanceInput;
use assay_domain::ids::CandidateId;
use serde::Deserialize;

use crate::store::Op;

pub(crate) const BATCH: Op = Op("import.batch");
pub(crate) const FINISH: Op = Op("import.finish");

/// What an import is asked to do.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct ImportStart {
    /// Files, folders and archives.
    pub paths: Vec<String>,
    /// On what basis what comes in is held.
    pub provenance: ProvenanceInput,
    /// Whose account it is, where the caller knows; only for an input with one subject, or with none (a git clone).
    pub candidate_id: Option<CandidateId>,
    /// Whether all people of an input with several subjects become candidates; else whoever imports it chooses afterwards.
    #[serde(default)]
    pub every_subject: bool,
}
