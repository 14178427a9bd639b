//! Whoever is here already under the name of somebody who comes in: they may be the same person.

use assay_domain::ids::CandidateId;
use rusqlite::Connection;

use super::CandidateBrief;
use crate::Result;

/// Most namesakes that are told of one name.
const MOST: u32 = 5;

/// For each name the candidates who are called so, whatever the case, the oldest first.
pub(super) fn namesakes<'a>(
    conn: &Connection,
    names: impl Iterator<Item = &'a str>,
) -> Result<Vec<Vec<CandidateBrief>>> {
    let mut statement = conn.prepare_cached(
        "SELECT id, name FROM candidate WHERE name = ?1 COLLATE NOCASE ORDER BY id LIMIT ?2",
    )?;
    let mut all = Vec::new();
    for name in names {
        let rows = statement.query_map((name, MOST), |row| {
            Ok(CandidateBrief { id: CandidateId(row.get(0)?), name: row.get(1)? })
        })?;
        all.push(rows.collect::<rusqlite::Result<_>>()?);
    }
    Ok(all)
}

/// What is said of a row that comes in beside namesakes; nothing where there are none.
pub(super) fn remark(here: &[CandidateBrief]) -> String {
    let Some(first) = here.first() else { return String::new() };
    let others = match here.len() {
        1 => String::new(),
        more => format!(" and {} more", more - 1),
    };
    format!(
        "somebody called {} is here already{others}: if it is the same person, one of the two is too many",
        first.name
    )
}
