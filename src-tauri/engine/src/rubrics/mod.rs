//! Rubrics: those that come with Assay, and the versions that this workspace keeps.

mod builtin;
mod file;
mod keep;
mod shelf;

pub use builtin::{builtin, competencies};
pub(crate) use builtin::{kits, templates};
pub use file::{CheckedText, check_text, export_file, import_file, import_text, text, text_to_edit};
pub use keep::keep;
pub(crate) use keep::{hash, keep_in};
pub(crate) use shelf::Shelf;

#[cfg(test)]
mod tests;

use assay_domain::assessment::AssessmentKind;
use assay_domain::rubric::{Rubric, RubricComparison, RubricRef};
use rusqlite::{Connection, OptionalExtension as _, params};
use serde::Serialize;

use crate::{EngineError, Result, Store, Viewer};

/// A rubric version in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct RubricSummary {
    /// Stable name.
    pub id: String,
    /// Version.
    pub version: u32,
    /// Name for people.
    pub title: String,
    /// The kind of assessment it is for.
    pub kind: AssessmentKind,
    /// What it looks at.
    pub summary: String,
    /// How many criteria it has.
    pub criteria: u32,
    /// How many levels.
    pub levels: u8,
    /// Whether a submitted scorecard was rated by it.
    pub frozen: bool,
    /// How many open roles rate by it today.
    pub roles: u32,
}

impl RubricSummary {
    fn of(rubric: &Rubric) -> Self {
        Self {
            id: rubric.id.clone(),
            version: rubric.version,
            title: rubric.title.clone(),
            kind: rubric.kind,
            summary: rubric.summary.clone(),
            criteria: u32::try_from(rubric.criteria.len()).unwrap_or(u32::MAX),
            levels: rubric.levels,
            frozen: false,
            roles: 0,
        }
    }
}

/// All rubric versions there are: those that come with Assay, then those that only this workspace keeps.
pub fn list(store: &Store, viewer: Viewer) -> Result<Vec<RubricSummary>> {
    store.read(viewer, |conn| all(conn)?.iter().map(|rubric| summary(conn, rubric)).collect())
}

/// Two versions of a rubric beside each other, the earlier first; or [`EngineError::NotFound`].
pub fn compare(store: &Store, viewer: Viewer, id: &str, from: u32, to: u32) -> Result<RubricComparison> {
    store.read(viewer, |conn| Ok(assay_domain::rubric::compare(&find(conn, id, from)?, &find(conn, id, to)?)))
}

/// A version with where it is used. That scorecards used it is no rating, and how many is not told.
fn summary(conn: &Connection, rubric: &Rubric) -> Result<RubricSummary> {
    let (frozen, roles) = conn
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM scorecard WHERE rubric_id = ?1 AND rubric_version = ?2),
                (SELECT count(DISTINCT role.id) FROM role JOIN plan ON plan.role_id = role.id
                    JOIN plan_assessment AS a ON a.plan_id = plan.id
                 WHERE role.open AND a.rubric_id = ?1 AND a.rubric_version = ?2 AND plan.version =
                    (SELECT max(version) FROM plan AS newest WHERE newest.role_id = role.id))",
        )?
        .query_row(params![rubric.id, rubric.version], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(RubricSummary { frozen, roles, ..RubricSummary::of(rubric) })
}

/// One rubric version, or [`EngineError::NotFound`].
pub fn show(store: &Store, viewer: Viewer, id: &str, version: u32) -> Result<Rubric> {
    store.read(viewer, |conn| find(conn, id, version))
}

/// Of each rubric version what a plan names it by.
pub(crate) fn references(conn: &Connection) -> Result<Vec<RubricRef>> {
    Ok(all(conn)?.iter().map(Rubric::reference).collect())
}

/// The version that the workspace keeps, or else the one that comes with Assay.
pub(crate) fn find(conn: &Connection, id: &str, version: u32) -> Result<Rubric> {
    let kept: Option<String> = conn
        .prepare_cached("SELECT canonical FROM rubric WHERE id = ?1 AND version = ?2")?
        .query_row(params![id, version], |row| row.get(0))
        .optional()?;
    if let Some(canonical) = kept {
        return Ok(Rubric::from_canonical(&canonical)?);
    }
    let shipped = builtin()?.iter().find(|one| one.id == id && one.version == version);
    shipped.cloned().ok_or_else(|| EngineError::not_found("rubric", format!("{id}, version {version}")))
}

fn all(conn: &Connection) -> Result<Vec<Rubric>> {
    let mut rubrics = builtin()?.to_vec();
    let mut statement = conn.prepare_cached("SELECT canonical FROM rubric ORDER BY title, version DESC")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let rubric = Rubric::from_canonical(&row.get::<_, String>(0)?)?;
        if !rubrics.iter().any(|one| one.id == rubric.id && one.version == rubric.version) {
            rubrics.push(rubric);
        }
    }
    Ok(rubrics)
}
