//! Two readings of one thing in one input: field by field the newest wins, and what it does not speak of is taken from the
//! others.

use std::collections::HashMap;

use assay_domain::import::{Profile, Record};
use rusqlite::{Connection, params};
use serde_json::Value;
use uuid::Uuid;

use super::{refs, rows};
use crate::store::{column, remove_search};
use crate::{Instant, Result};

/// Readings of one profile put together: each field is as the newest reading that speaks of it has it.
pub(super) struct Readings {
    profile: Profile,
    /// Of when each field's reading is, where it says.
    of: HashMap<String, Option<Instant>>,
}

impl Readings {
    /// The first reading.
    pub fn of(profile: Profile) -> Self {
        let mut readings = Self { profile, of: HashMap::new() };
        let first = readings.profile.clone();
        readings.add(&first);
        readings
    }

    /// What they say together.
    pub fn profile(&self) -> &Profile {
        &self.profile
    }

    /// Puts another reading in.
    pub fn add(&mut self, reading: &Profile) {
        let at = reading.updated_at.value().copied();
        let (Ok(mut value), Ok(other)) = (serde_json::to_value(&self.profile), serde_json::to_value(reading))
        else {
            return;
        };
        let (Some(fields), Some(others)) = (value.as_object_mut(), other.as_object()) else { return };
        for (name, said) in others {
            if is_silent(said) || (name == "kind" && said == "unknown") {
                continue;
            }
            let newer = self.of.get(name).is_none_or(|before| at > *before);
            if newer {
                fields.insert(name.clone(), said.clone());
                self.of.insert(name.clone(), at);
            }
        }
        if let Ok(merged) = serde_json::from_value(value) {
            self.profile = merged;
        }
    }
}

/// Whether a field's value says nothing.
fn is_silent(value: &Value) -> bool {
    value.is_null() || value.get("is").and_then(Value::as_str) == Some("absent")
}

/// Takes what is null or absent in one object from the other.
fn fill(into: &mut Value, from: &Value) {
    let (Some(into), Some(from)) = (into.as_object_mut(), from.as_object()) else { return };
    for (key, value) in into.iter_mut() {
        if is_silent(value)
            && let Some(other) = from.get(key)
        {
            *value = other.clone();
        }
    }
}

/// Puts the records of one thing in a snapshot together. Profiles stay apart: their snapshot holds them merged.
pub(super) fn duplicates(
    tx: &Connection,
    snapshot: Uuid,
    keep_going: &dyn Fn() -> Result<()>,
) -> Result<u32> {
    let mut statement = tx.prepare_cached(
        "SELECT kind, key FROM evidence WHERE snapshot_id = ?1 AND key <> ''
         GROUP BY kind, key HAVING count(*) > 1",
    )?;
    let keys = statement
        .query_map([snapshot], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<Vec<(String, String)>>>()?;
    let mut merged = 0;
    for (kind, key) in keys {
        keep_going()?;
        merged += one(tx, snapshot, &kind, &key)?;
    }
    Ok(merged)
}

fn one(tx: &Connection, snapshot: Uuid, kind: &str, key: &str) -> Result<u32> {
    let mut statement = tx.prepare_cached(
        "SELECT id, record FROM evidence WHERE snapshot_id = ?1 AND kind = ?2 AND key = ?3
         ORDER BY record ->> '$.updated_at.value' DESC NULLS LAST, length(record) DESC, id",
    )?;
    let mut found = statement
        .query_map(params![snapshot, kind, key], |row| Ok((row.get(0)?, column::json(row, 1)?)))?
        .collect::<rusqlite::Result<Vec<(Uuid, Value)>>>()?
        .into_iter();
    let Some((keep, mut record)) = found.next() else { return Ok(0) };
    let mut merged = 0;
    for (id, other) in found {
        fill(&mut record, &other);
        tx.execute(
            "UPDATE OR IGNORE evidence_account SET evidence_id = ?1 WHERE evidence_id = ?2",
            [keep, id],
        )?;
        delete(tx, id)?;
        merged += 1;
    }
    if merged > 0 {
        rewrite(tx, keep, &record)?;
    }
    Ok(merged)
}

/// Writes a merged record, and the columns that follow from it.
fn rewrite(tx: &Connection, id: Uuid, record: &Value) -> Result<()> {
    let whole: Record = serde_json::from_value(refs::restore(tx, record.clone())?)?;
    let columns = rows::columns(&whole);
    tx.prepare_cached(
        "UPDATE evidence SET record = ?2, title = ?3, body = ?4, at = ?5, state = ?6, language = ?7, stars = ?8, fork = ?9
         WHERE id = ?1",
    )?
    .execute(params![
        id,
        record.to_string(),
        columns.title,
        columns.body,
        columns.at,
        columns.state,
        columns.language,
        columns.stars,
        columns.fork
    ])?;
    Ok(())
}

/// Deletes a record with what refers to it.
pub(super) fn delete(tx: &Connection, id: Uuid) -> Result<()> {
    remove_search(tx, id)?;
    tx.prepare_cached("DELETE FROM attribution WHERE evidence_id = ?1")?.execute([id])?;
    tx.prepare_cached("DELETE FROM evidence_account WHERE evidence_id = ?1")?.execute([id])?;
    tx.prepare_cached("DELETE FROM evidence WHERE id = ?1")?.execute([id])?;
    Ok(())
}
