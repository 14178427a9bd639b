//! Whoever is here already under the name of somebody who comes in: they may be the same person.

use std::collections::{BTreeMap, BTreeSet};

use assay_domain::ids::CandidateId;
use rusqlite::{Connection, OptionalExtension as _};

use super::CandidateBrief;
use super::meant::{Meant, logins};
use crate::{EngineError, Result, Store, Viewer};

/// The others who are called as a candidate is, by the names that the viewer sees, the oldest first.
///
/// Errors: [`EngineError::NotFound`].
pub fn namesakes_of(store: &Store, viewer: Viewer, id: CandidateId) -> Result<Vec<Meant>> {
    store.read(viewer, |conn| {
        let name: Option<String> = conn
            .prepare_cached("SELECT name FROM candidate WHERE id = ?1")?
            .query_row([id.0], |row| row.get(0))
            .optional()?;
        let name = name.ok_or_else(|| EngineError::not_found("candidate", id))?;
        let here = namesakes(conn, std::iter::once(name.as_str()))?.into_iter().flatten();
        here.filter(|one| one.id != id)
            .map(|one| Ok(Meant { logins: logins(conn, one.id.0)?, id: one.id, name: one.name }))
            .collect()
    })
}

/// For each name the candidates who are called so, whatever the case, the oldest first.
pub(super) fn namesakes<'a>(
    conn: &Connection,
    names: impl Iterator<Item = &'a str>,
) -> Result<Vec<Vec<CandidateBrief>>> {
    let wanted: Vec<String> = names.map(str::to_lowercase).collect();
    let asked: BTreeSet<&str> = wanted.iter().map(String::as_str).collect();
    let mut here: BTreeMap<String, Vec<CandidateBrief>> = BTreeMap::new();
    // The letters of a name have cases that SQL does not know.
    let mut statement = conn.prepare_cached("SELECT id, name FROM candidate ORDER BY id")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let one = CandidateBrief { id: CandidateId(row.get(0)?), name: row.get(1)? };
        let name = one.name.to_lowercase();
        if asked.contains(name.as_str()) {
            here.entry(name).or_default().push(one);
        }
    }
    Ok(wanted.iter().map(|name| here.get(name).cloned().unwrap_or_default()).collect())
}

/// What is said of a row that comes in beside namesakes; nothing where there are none.
pub(super) fn remark(here: &[CandidateBrief]) -> String {
    match here {
        [] => String::new(),
        [one] => format!(
            "somebody called {} is here already: if it is the same person, one of the two is too many",
            one.name
        ),
        [one, ..] => format!(
            "{} called {} are here already: if it is one of them, this one is too many",
            here.len(),
            one.name
        ),
    }
}
