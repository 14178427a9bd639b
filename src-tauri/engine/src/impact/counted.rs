//! Sums over what candidates gave, counted once and kept. What is kept never changes by one person: an answer that is
//! taken back or changed afterwards moves nothing that was shown, and later answers come in as a further batch only.

use std::collections::{BTreeMap, BTreeSet};

use assay_domain::ids::RoleId;
use rusqlite::{Connection, params};
use uuid::Uuid;

use super::batch::{Groups, Tables, keep};
use super::stages::{Gave, ended, roles};
use crate::digests::Digests;
use crate::store::{Noun, Op};
use crate::{Instant, Result, Store, Viewer};

const COUNT: Op = Op("group.count");

/// Ended applications with an answer after which a role is counted though others are still under way in it.
pub(super) const MANY: usize = 50;

/// Category, stage and source (empty: all) of a table.
pub(super) type Key = (String, String, String);

/// A batch that may be counted.
struct Batch {
    role: RoleId,
    category: String,
    tables: Tables,
    subjects: Vec<Vec<u8>>,
}

/// Counts what may be counted of a role, or of all. Writes nothing where that is nothing.
pub(super) fn count(store: &Store, viewer: Viewer, at: Instant, role: Option<RoleId>) -> Result<()> {
    if store.look(|conn| batches(conn, role))?.is_empty() {
        return Ok(());
    }
    store.transact(COUNT, viewer, at, |tx| {
        for batch in batches(tx, role)? {
            write(tx, &batch)?;
        }
        let workspace: Uuid = tx.query_row("SELECT id FROM workspace", [], |row| row.get(0))?;
        tx.record(Noun::Impact, workspace, &[], &serde_json::json!({}))
    })?;
    Ok(())
}

/// Forgets that an application was counted; the sums stay, which name nobody.
pub(crate) fn forget_counted(conn: &Connection, application: Uuid) -> Result<()> {
    let subject = Digests::of(conn)?.counted(application);
    conn.execute("DELETE FROM voluntary_counted WHERE subject = ?1", [subject])?;
    Ok(())
}

fn batches(conn: &Connection, role: Option<RoleId>) -> Result<Vec<Batch>> {
    let mut out = Vec::new();
    let categories = categories(conn)?;
    if categories.is_empty() {
        return Ok(out);
    }
    let counted: Vec<_> = categories.iter().map(|one| counted(conn, one)).collect::<Result<_>>()?;
    let gave = Gave::read(conn)?;
    for (one, over) in roles(conn)?.into_iter().filter(|(one, _)| role.is_none_or(|role| role == *one)) {
        let all = ended(conn, one, &gave)?;
        for (category, counted) in categories.iter().zip(&counted) {
            let fresh: Vec<_> = all.iter().filter(|ended| !counted.contains(&ended.subject)).collect();
            let members: Vec<_> = fresh.iter().map(|ended| ended.member(category)).collect();
            let answered = members.iter().filter(|member| member.group.is_some()).count();
            let Some((tables, places)) = keep(&members).filter(|_| over || answered >= MANY) else {
                continue;
            };
            let subjects = places.into_iter().map(|at| fresh[at].subject.clone()).collect();
            out.push(Batch { role: one, category: category.clone(), tables, subjects });
        }
    }
    Ok(out)
}

fn categories(conn: &Connection) -> Result<Vec<String>> {
    let mut statement =
        conn.prepare_cached("SELECT DISTINCT category FROM voluntary_group ORDER BY category")?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn counted(conn: &Connection, category: &str) -> Result<BTreeSet<Vec<u8>>> {
    let mut statement = conn.prepare_cached("SELECT subject FROM voluntary_counted WHERE category = ?1")?;
    let rows = statement.query_map([category], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn write(conn: &Connection, batch: &Batch) -> Result<()> {
    let mut mark =
        conn.prepare_cached("INSERT INTO voluntary_counted (subject, category) VALUES (?1, ?2)")?;
    for subject in &batch.subjects {
        mark.execute(params![subject, batch.category])?;
    }
    let mut add = conn.prepare_cached(
        "INSERT INTO voluntary_sum (role_id, category, stage, source, group_name, applied, passed)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (role_id, category, stage, source, group_name)
         DO UPDATE SET applied = applied + excluded.applied, passed = passed + excluded.passed",
    )?;
    for ((stage, source), groups) in &batch.tables {
        let held_back = [(String::new(), (0, 0))];
        let rows: Vec<_> = groups.iter().map(|(name, cell)| (name.clone(), *cell)).collect();
        for (name, (applied, passed)) in if rows.is_empty() { held_back.to_vec() } else { rows } {
            add.execute(params![
                batch.role.0,
                batch.category,
                stage.as_str(),
                source,
                name,
                applied,
                passed
            ])?;
        }
    }
    Ok(())
}

/// The sums of a role, or of all together; with them whether some batch is not in a table, since it may not be shown there.
pub(super) fn sums(conn: &Connection, role: Option<RoleId>) -> Result<BTreeMap<Key, (Groups, bool)>> {
    let mut statement = conn.prepare_cached(
        "SELECT category, stage, source, group_name, sum(applied), sum(passed) FROM voluntary_sum
         WHERE ?1 IS NULL OR role_id = ?1 GROUP BY category, stage, source, group_name",
    )?;
    let mut rows = statement.query([role.map(|role| role.0)])?;
    let mut out: BTreeMap<Key, (Groups, bool)> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let (groups, withheld) = out.entry((row.get(0)?, row.get(1)?, row.get(2)?)).or_default();
        match row.get::<_, String>(3)? {
            name if name.is_empty() => *withheld = true,
            name => {
                groups.insert(name, (row.get(4)?, row.get(5)?));
            }
        }
    }
    Ok(out)
}
