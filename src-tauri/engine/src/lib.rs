//! The use cases of Assay over one encrypted SQLite workspace. Synchronous: whoever calls decides on which thread.
//!
//! Every read takes a [`Viewer`] and obeys law 4 for it; every write passes [`store::Store::transact`]. All SQL of the
//! project stands in this crate.

pub mod accounts;
pub mod applications;
mod ask;
#[cfg(test)]
mod bench;
pub mod blind;
pub mod candidates;
mod counts;
pub mod debriefs;
pub mod decisions;
mod digests;
pub mod dossiers;
pub mod erasure;
pub mod error;
pub mod exports;
pub mod figures;
mod files;
#[cfg(any(test, feature = "plaintext"))]
pub mod fixtures;
pub mod impact;
pub mod imports;
pub mod independence;
pub mod interviews;
pub mod journal;
pub mod kits;
pub mod marking;
pub mod measures;
pub mod outcomes;
pub mod panels;
pub mod people;
pub mod plans;
pub mod questions;
mod reason;
pub mod retests;
pub mod roles;
pub mod rubrics;
pub mod sample;
pub mod scorecards;
pub mod search;
pub mod snapshots;
pub mod store;
pub mod submissions;
mod text_file;
pub mod today;

pub use ask::Ask;
pub use counts::{Counts, counts};
pub use error::{EngineError, Result};
pub use store::{Change, Done, Noun, Store};

use assay_domain::ids::PersonId;
use chrono::{DateTime, Utc};

/// An instant, UTC.
pub type Instant = DateTime<Utc>;

/// On whose behalf something is read or done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Viewer(pub PersonId);
