//! Third parties by reference: a record's JSON names accounts by our id only, so that one account is redacted everywhere.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use assay_domain::import::AccountRef;
use rusqlite::{Connection, OptionalExtension as _};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use crate::Result;

/// Replaces every account in a record's JSON by `{"account": id}`, with the ids that `resolve` gives.
pub(super) fn replace(value: &mut Value, resolve: &mut dyn FnMut(&AccountRef) -> Result<Uuid>) -> Result<()> {
    if let Some(account) = as_account(value) {
        *value = json!({"account": resolve(&account)?});
        return Ok(());
    }
    match value {
        Value::Object(object) => object.values_mut().try_for_each(|inner| replace(inner, resolve)),
        Value::Array(values) => values.iter_mut().try_for_each(|inner| replace(inner, resolve)),
        _ => Ok(()),
    }
}

fn as_account(value: &Value) -> Option<AccountRef> {
    let object = value.as_object()?;
    let is_account =
        object.len() == 4 && ["host", "id", "login", "kind"].iter().all(|key| object.contains_key(*key));
    is_account.then(|| serde_json::from_value(value.clone()).ok()).flatten()
}

/// Puts the accounts back into a record's JSON. An erased one has an empty login.
pub(crate) fn restore(conn: &Connection, mut value: Value) -> Result<Value> {
    restore_with(conn, &mut value, &mut HashMap::new())?;
    Ok(value)
}

/// [`restore`] for many records, with the accounts read so far.
pub(super) fn restore_with(
    conn: &Connection,
    value: &mut Value,
    known: &mut HashMap<Uuid, Value>,
) -> Result<()> {
    if let Some(id) = as_reference(value) {
        *value = match known.entry(id) {
            Entry::Occupied(seen) => seen.get().clone(),
            Entry::Vacant(fresh) => fresh.insert(account(conn, id)?).clone(),
        };
        return Ok(());
    }
    match value {
        Value::Object(object) => object.values_mut().try_for_each(|inner| restore_with(conn, inner, known)),
        Value::Array(values) => values.iter_mut().try_for_each(|inner| restore_with(conn, inner, known)),
        _ => Ok(()),
    }
}

fn as_reference(value: &Value) -> Option<Uuid> {
    let object: &Map<String, Value> = value.as_object()?;
    if object.len() != 1 {
        return None;
    }
    object.get("account")?.as_str()?.parse().ok()
}

fn account(conn: &Connection, id: Uuid) -> Result<Value> {
    let found = conn
        .prepare_cached("SELECT host, github_id, login, kind, erased FROM account WHERE id = ?1")?
        .query_row([id], |row| {
            let erased: bool = row.get(4)?;
            let login: String = row.get(2)?;
            Ok(json!({
                "host": row.get::<_, String>(0)?,
                "id": row.get::<_, Option<i64>>(1)?,
                "login": if erased { String::new() } else { login },
                "kind": row.get::<_, String>(3)?,
            }))
        })
        .optional()?;
    Ok(found.unwrap_or(Value::Null))
}
