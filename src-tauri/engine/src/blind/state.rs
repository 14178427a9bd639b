//! Whether a role is blind, and who coordinates it.

use assay_domain::blind::{CANNOT, HIDES};
use assay_domain::ids::{PersonId, RoleId};
use rusqlite::Connection;
use serde::Serialize;

use crate::Result;

/// Blind review of a role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct BlindState {
    /// Whether it is on.
    pub on: bool,
    /// Who sees names and writes to candidates; also remembered while it is off.
    pub coordinators: Vec<Coordinator>,
    /// What it hides, in a sentence.
    pub hides: String,
    /// What it cannot hide, in a sentence.
    pub cannot: String,
    /// Assessments of the present plan that cannot be blind, each with the reason.
    pub exceptions: Vec<BlindException>,
}

/// A person who sees the names of a blind role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Coordinator {
    /// Who.
    pub id: PersonId,
    /// Their name.
    pub name: String,
}

/// An assessment that cannot be blind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct BlindException {
    /// Its name for people.
    pub title: String,
    /// Why not.
    pub why: String,
}

/// The state of a role, with the assessments of its plan.
pub(crate) fn of(conn: &Connection, role: RoleId, plan: &crate::plans::Plan) -> Result<BlindState> {
    let on =
        conn.prepare_cached("SELECT blind FROM role WHERE id = ?1")?.query_row([role.0], |row| row.get(0))?;
    let except = |one: &crate::plans::PlanAssessment| {
        let why = assay_domain::blind::cannot(one.kind)?.to_owned();
        Some(BlindException { title: one.title.clone(), why })
    };
    Ok(BlindState {
        on,
        coordinators: coordinators(conn, role)?,
        hides: HIDES.into(),
        cannot: CANNOT.into(),
        exceptions: plan.assessments.iter().filter_map(except).collect(),
    })
}

/// Who coordinates a role, by name.
pub(super) fn coordinators(conn: &Connection, role: RoleId) -> Result<Vec<Coordinator>> {
    let mut statement = conn.prepare_cached(
        "SELECT p.id, p.name FROM role_coordinator AS k JOIN person AS p ON p.id = k.person_id
         WHERE k.role_id = ?1 ORDER BY p.name COLLATE NOCASE, p.id",
    )?;
    let rows = statement
        .query_map([role.0], |row| Ok(Coordinator { id: PersonId(row.get(0)?), name: row.get(1)? }))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
