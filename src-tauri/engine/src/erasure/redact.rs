//! Taking the candidate's names, logins and addresses out of texts about others.

use assay_domain::erasure::Redaction;
use rusqlite::{Connection, types::Value};
use uuid::Uuid;

use super::columns::{COLUMNS, Column, MACHINE};
use crate::Result;

/// Redacts every column; gives how many texts were changed, of those that are counted.
pub(super) fn redact(conn: &Connection, redaction: &Redaction) -> Result<u32> {
    let mut changed = 0;
    for column in COLUMNS {
        let here = redact_column(conn, redaction, column)?;
        changed += if column.is_counted() { here } else { 0 };
    }
    Ok(changed)
}

/// Takes the numbers of accounts out of the reports of imports, before the accounts lose them. A number is compared
/// without its host: in the rare case that another host has the same one, that report only knows the login there.
pub(super) fn account_numbers(conn: &Connection, accounts: &[Uuid]) -> Result<()> {
    let mut statement = conn.prepare(
        "WITH gone AS (SELECT CAST(github_id AS TEXT) AS id FROM account WHERE id = ?1 AND github_id IS NOT NULL)
         UPDATE import_file SET accounts = (
             SELECT json_group_array(json_object('login', value ->> 'login',
                 'id', CASE WHEN value ->> 'id' IN gone THEN NULL ELSE value ->> 'id' END))
             FROM json_each(import_file.accounts))
         WHERE EXISTS (SELECT 1 FROM json_each(import_file.accounts) WHERE value ->> 'id' IN gone)",
    )?;
    for account in accounts {
        statement.execute([account])?;
    }
    Ok(())
}

/// Removes journal payloads that name the candidate; gives their entries.
pub(super) fn journal(conn: &Connection, redaction: &Redaction) -> Result<Vec<i64>> {
    let mut entries = Vec::new();
    let mut statement = conn.prepare("SELECT sequence, payload FROM journal_payload")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        if redacted_json(redaction, &row.get::<_, String>(1)?, MACHINE)?.is_some() {
            entries.push(row.get(0)?);
        }
    }
    let mut remove = conn.prepare("DELETE FROM journal_payload WHERE sequence = ?1")?;
    for sequence in &entries {
        remove.execute([sequence])?;
    }
    Ok(entries)
}

/// One pass over the column, keyed by the table's own key; the rows to change are few.
fn redact_column(conn: &Connection, redaction: &Redaction, column: &Column) -> Result<u32> {
    let keys = column.key(conn)?;
    let mut changes: Vec<Vec<Value>> = Vec::new();
    column.each(conn, |old, row| {
        let new = match column.json {
            Some(machine) => redacted_json(redaction, old, machine)?,
            None => redaction.text(old),
        };
        if let Some(new) = new {
            let mut change = vec![Value::Text(new)];
            for index in 0..keys.len() {
                change.push(row.get(index + 1)?);
            }
            changes.push(change);
        }
        Ok(())
    })?;
    let conditions: Vec<String> = keys.iter().map(|key| format!("{key} = ?")).collect();
    let update =
        format!("UPDATE {} SET {} = ? WHERE {}", column.table, column.column, conditions.join(" AND "));
    let mut update = conn.prepare(&update)?;
    for change in &changes {
        update.execute(rusqlite::params_from_iter(change))?;
    }
    Ok(u32::try_from(changes.len()).unwrap_or(u32::MAX))
}

fn redacted_json(redaction: &Redaction, text: &str, machine: &[&str]) -> Result<Option<String>> {
    let value: serde_json::Value = serde_json::from_str(text)?;
    Ok(redaction.json(&value, machine).map(|value| value.to_string()))
}
