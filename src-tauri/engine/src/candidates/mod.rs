//! Candidates: people considered, made by hand, from a list, or from a snapshot's subject.

mod add_list;
mod change;
mod contact;
mod days;
mod file;
mod list;
mod meant;
mod namesakes;
mod recognise;
mod show;
mod take_back;

pub use add_list::{Joins, ListPreview, ListReport, ListRow, SameAs, SameBy, add_list, preview_list};
pub(crate) use change::undo_update;
pub use change::{create, update};
pub(crate) use change::{index, insert};
pub use contact::{DoNotContact, mark as do_not_contact, unmark as may_contact};
pub(crate) use contact::{allow_interview, allow_stage, undo_mark};
pub use days::ensure_days;
pub use file::{add_file, list_text, list_text_from, preview_file};
pub use list::{CandidatePage, CandidateQuery, CandidateRow, SortKey, list};
pub use meant::{Meant, meant};
pub use namesakes::namesakes_of;
pub(crate) use recognise::{Known, keep_digests, recognise, recognised, recognised_rows};
pub use show::{CandidateDetail, show};
pub(crate) use take_back::{take_back, undo_list};

use assay_domain::candidate::Provenance;
use assay_domain::ids::{ApplicationId, CandidateId, RoleId};
use assay_domain::stage::Stage;
use rusqlite::{Connection, Row};
use serde::Serialize;

use crate::store::column;
use crate::{EngineError, Result};

/// Who, in two fields.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct CandidateBrief {
    /// Id.
    pub id: CandidateId,
    /// Name.
    pub name: String,
}

/// An application beside its candidate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct ApplicationBrief {
    /// Id.
    pub id: ApplicationId,
    /// For which role.
    pub role_id: RoleId,
    /// Its title.
    pub role_title: String,
    /// Where it stands.
    pub stage: Stage,
    /// What the role calls that stage.
    pub stage_title: String,
}

/// Refuses an id that is no candidate's.
pub(crate) fn exists(conn: &Connection, id: CandidateId) -> Result<()> {
    let found: bool = conn
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM candidate WHERE id = ?1)")?
        .query_row([id.0], |row| row.get(0))?;
    if found { Ok(()) } else { Err(EngineError::not_found("candidate", id)) }
}

/// A provenance from five columns that start at `first`: source, basis, permission, given_on, until.
pub(crate) fn provenance(row: &Row<'_>, first: usize) -> rusqlite::Result<Provenance> {
    Ok(Provenance {
        source: column::word(row, first)?,
        basis: column::word(row, first + 1)?,
        permission: row.get(first + 2)?,
        given_on: row.get(first + 3)?,
        until: row.get(first + 4)?,
    })
}
