//! Totals that somebody imports.

use std::borrow::Cow;
use std::path::Path;

use assay_domain::csv_rows;
use assay_domain::decode;
use assay_domain::ids::{ImpactImportId, RoleId};
use assay_domain::measure::impact::totals::{Total, read};
use rusqlite::{Connection, OptionalExtension as _, params};
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::replace;
use crate::store::{Done, Noun, Op};
use crate::{EngineError, Instant, Result, Store, Viewer, roles};

const IMPORT: Op = Op("impact.import");
const REMOVE: Op = Op("impact.remove");

/// Bytes of a file of totals at most.
const MOST: u64 = 4 * 1024 * 1024;
const HINT: &str =
    "Use CSV with the columns group, stage, source, applied, passed, or JSON with these fields.";

/// Totals that were imported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct TotalsImport {
    /// Id.
    pub id: ImpactImportId,
    /// When.
    pub at: Instant,
    /// Name of whoever did it.
    pub by: String,
    /// The role that they are about; `None` where not about one.
    pub role_id: Option<RoleId>,
    /// Name of the file.
    pub title: String,
    /// How many totals.
    pub totals: u32,
}

/// A row of the file that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct RefusedTotal {
    /// Its number, from 1, without the heading.
    pub row: u32,
    /// Why.
    pub why: String,
}

/// A total that is here already, of a group, stage and source that a file has too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct StandingTotal {
    /// The group.
    pub group: String,
    /// The stage; empty for the whole process.
    pub stage: String,
    /// The source; empty for all.
    pub source: String,
    /// Name of the file that it came from.
    pub title: String,
    /// When that was imported.
    pub at: Instant,
}

/// What an import of totals did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct TotalsReport {
    /// What is there now; where something stands in the way, the import that holds the first of it.
    pub import: TotalsImport,
    /// Whether it was there already: then nothing changed.
    pub known: bool,
    /// Totals of the same group, stage and source: where there are any, nothing was taken in.
    pub in_the_way: Vec<StandingTotal>,
    /// How many earlier totals gave way.
    pub replaced: u32,
    /// Rows that were left out; the others came in.
    pub refused: Vec<RefusedTotal>,
}

/// Takes in totals from a CSV or JSON file, for a role or for none in particular. Usable rows come in though others are not.
/// Where the role has a total of the same group, stage and source already, both together would count people twice: then nothing
/// comes in, unless the new ones are to `replace` the earlier.
///
/// Errors: [`EngineError::File`]; [`EngineError::Invalid`] where no row can be used.
pub fn import_totals(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    role: Option<RoleId>,
    path: &Path,
    replace: bool,
) -> Result<Done<TotalsReport>> {
    let text = text_of(path)?;
    let found = read(&table(path, &text)?).map_err(|error| refused(path, &error.to_string()))?;
    let refused_rows: Vec<RefusedTotal> =
        found.refused.into_iter().map(|(row, why)| RefusedTotal { row, why }).collect();
    if found.rows.is_empty() {
        let first =
            refused_rows.first().map_or_else(String::new, |one| format!("; row {}: {}", one.row, one.why));
        return Err(refused(path, &format!("no row can be used{first}")));
    }
    let title = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let digest = digest(role, &text);
    store.transact(IMPORT, viewer, at, |tx| {
        if let Some(role) = role {
            roles::summary(tx, role)?;
        }
        let known: Option<Uuid> = tx
            .query_row("SELECT id FROM impact_import WHERE digest = ?1", [&digest], |row| row.get(0))
            .optional()?;
        let report = |import, in_the_way, replaced| TotalsReport {
            import,
            known: known.is_some(),
            in_the_way,
            replaced,
            refused: refused_rows.clone(),
        };
        if let Some(id) = known {
            return Ok(report(get(tx, id)?, Vec::new(), 0));
        }
        let standing = replace::standing(tx, role, &found.rows)?;
        if let (Some(first), false) = (standing.first(), replace) {
            let import = get(tx, first.import)?;
            return Ok(report(import, standing.into_iter().map(|one| one.total).collect(), 0));
        }
        replace::give_way(tx, &standing)?;
        let id = Uuid::now_v7();
        tx.execute(
            "INSERT INTO impact_import (id, at, person_id, role_id, title, digest) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![id, at, viewer.0.0, role.map(|role| role.0), title, digest],
        )?;
        keep(tx, id, &found.rows)?;
        let ids: Vec<Uuid> = role.map(|role| role.0).into_iter().collect();
        let replaced = u32::try_from(standing.len()).unwrap_or(u32::MAX);
        let payload = serde_json::json!({"title": title, "totals": found.rows, "replaced": replaced});
        tx.record(Noun::Impact, id, &ids, &payload)?;
        Ok(report(get(tx, id)?, Vec::new(), replaced))
    })
}

fn refused(path: &Path, why: &str) -> EngineError {
    EngineError::invalid(format!("{}: {why}", path.display()), HINT)
}

fn text_of(path: &Path) -> Result<String> {
    let size = std::fs::metadata(path).map_err(EngineError::reading(path))?.len();
    if size > MOST {
        return Err(refused(path, &format!("{size} bytes; totals are small, {MOST} are the most")));
    }
    let bytes = std::fs::read(path).map_err(EngineError::reading(path))?;
    // Names of groups are compared from file to file: a guess at their letters would count people twice.
    let sure = decode::decoded(&bytes).filter(|found| found.remark.is_empty());
    sure.map(|found| found.text).ok_or_else(|| refused(path, "the file is not UTF-8 text"))
}

/// The text with commas between its fields; JSON as it is. A quotation mark that is out of place would take the rows below it
/// along without a word.
fn table<'a>(path: &Path, text: &'a str) -> Result<Cow<'a, str>> {
    let body = text.trim_start();
    if body.starts_with(['[', '{']) {
        return Ok(Cow::Borrowed(text));
    }
    let delimiter = csv_rows::delimiter(body.lines().next().unwrap_or_default());
    match csv_rows::misplaced(text, delimiter) {
        Some(why) => Err(refused(path, &why)),
        None => csv_rows::with_commas(text).map_err(|error| refused(path, &error.to_string())),
    }
}

fn digest(role: Option<RoleId>, text: &str) -> Vec<u8> {
    let role = role.map(|role| *role.0.as_bytes()).unwrap_or_default();
    Sha256::new().chain_update(role).chain_update(text.as_bytes()).finalize().to_vec()
}

fn keep(conn: &Connection, id: Uuid, rows: &[Total]) -> Result<()> {
    let mut insert = conn.prepare_cached(
        "INSERT INTO impact_total (import_id, position, group_name, stage_name, origin, applied, passed)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?;
    for (position, one) in rows.iter().enumerate() {
        insert.execute(params![
            id,
            position as i64,
            one.group,
            one.stage,
            one.source,
            one.applied,
            one.passed
        ])?;
    }
    Ok(())
}

/// The imports of totals, newest first.
pub fn totals(store: &Store, viewer: Viewer) -> Result<Vec<TotalsImport>> {
    store.read(viewer, |conn| {
        let mut statement = conn.prepare_cached(&format!("{SELECT} ORDER BY m.at DESC, m.id DESC"))?;
        let rows = statement.query_map([], import)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    })
}

/// Takes an import of totals away.
///
/// Errors: [`EngineError::NotFound`].
pub fn remove_totals(store: &Store, viewer: Viewer, at: Instant, id: ImpactImportId) -> Result<Done<()>> {
    store.transact(REMOVE, viewer, at, |tx| {
        let before = get(tx, id.0)?;
        tx.execute("DELETE FROM impact_total WHERE import_id = ?1", [id.0])?;
        tx.execute("DELETE FROM impact_import WHERE id = ?1", [id.0])?;
        tx.record(Noun::Impact, id.0, &[], &serde_json::json!({"title": before.title}))
    })
}

/// The totals of a role and of none in particular, or all.
pub(super) fn rows(conn: &Connection, role: Option<RoleId>) -> Result<Vec<Total>> {
    let mut statement = conn.prepare_cached(
        "SELECT t.group_name, t.stage_name, t.origin, t.applied, t.passed
         FROM impact_total AS t JOIN impact_import AS m ON m.id = t.import_id
         WHERE ?1 IS NULL OR m.role_id = ?1 ORDER BY m.at, m.id, t.position",
    )?;
    let rows = statement.query_map([role.map(|role| role.0)], |row| {
        Ok(Total {
            group: row.get(0)?,
            stage: row.get(1)?,
            source: row.get(2)?,
            applied: row.get(3)?,
            passed: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

const SELECT: &str = "SELECT m.id, m.at, p.name, m.role_id, m.title,
        (SELECT count(*) FROM impact_total AS t WHERE t.import_id = m.id)
    FROM impact_import AS m JOIN person AS p ON p.id = m.person_id";

fn import(row: &rusqlite::Row<'_>) -> rusqlite::Result<TotalsImport> {
    Ok(TotalsImport {
        id: ImpactImportId(row.get(0)?),
        at: row.get(1)?,
        by: row.get(2)?,
        role_id: row.get::<_, Option<Uuid>>(3)?.map(RoleId),
        title: row.get(4)?,
        totals: row.get(5)?,
    })
}

fn get(conn: &Connection, id: Uuid) -> Result<TotalsImport> {
    conn.prepare_cached(&format!("{SELECT} WHERE m.id = ?1"))?
        .query_row([id], import)
        .optional()?
        .ok_or_else(|| EngineError::not_found("import of totals", id))
}
