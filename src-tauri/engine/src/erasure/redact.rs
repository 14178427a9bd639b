//! Taking the candidate's names, logins and addresses out of texts about others.

use assay_domain::erasure::Redaction;
use rusqlite::{Connection, params, types::Value};
use uuid::Uuid;

use crate::Result;

/// A text column that may name anybody. `json`: its strings are redacted one by one.
struct Column {
    table: &'static str,
    column: &'static str,
    json: bool,
}

const fn text_of(table: &'static str, column: &'static str) -> Column {
    Column { table, column, json: false }
}

const fn json_of(table: &'static str, column: &'static str) -> Column {
    Column { table, column, json: true }
}

/// Every column with words that people or imports wrote. Colleagues' names and rubrics are not about candidates.
const COLUMNS: &[Column] = &[
    text_of("candidate", "headline"),
    text_of("candidate", "location"),
    text_of("candidate", "notes"),
    text_of("candidate", "permission"),
    text_of("do_not_contact", "reason"),
    text_of("do_not_contact", "request"),
    text_of("stage_move", "reason"),
    json_of("import_run", "paths"),
    text_of("import_run", "permission"),
    text_of("import_file", "path"),
    text_of("import_file", "reason"),
    json_of("import_file", "accounts"),
    text_of("snapshot", "origin"),
    text_of("snapshot", "permission"),
    json_of("snapshot", "profile"),
    text_of("evidence", "key"),
    text_of("evidence", "address"),
    text_of("evidence", "repo"),
    text_of("evidence", "title"),
    text_of("evidence", "body"),
    text_of("evidence", "entry"),
    json_of("evidence", "record"),
    json_of("fact", "value"),
    text_of("fact", "text"),
    text_of("chosen_repository", "repo"),
    text_of("submission_part", "title"),
    text_of("submission_part", "body"),
    json_of("form_mapping", "columns"),
    text_of("interview", "cancelled_reason"),
    json_of("draft", "content"),
    text_of("scorecard", "summary"),
    text_of("scorecard", "amendment_reason"),
    text_of("rating", "note"),
    text_of("citation", "address"),
    text_of("citation", "quote"),
    text_of("red_flag", "evidence"),
    text_of("room_entry", "text"),
    text_of("decision", "reason"),
    json_of("decision", "record"),
    text_of("open_question", "question"),
    text_of("open_question", "answer"),
    json_of("outcome", "goals"),
    text_of("outcome", "note"),
    text_of("impact_import", "title"),
    text_of("impact_total", "group_name"),
    text_of("impact_total", "stage_name"),
    text_of("impact_total", "origin"),
    text_of("plan", "reason"),
    text_of("plan_assessment", "title"),
    text_of("plan_assessment", "weight_reason"),
    text_of("assessment", "title"),
    text_of("role", "title"),
    json_of("role", "goals"),
    json_of("role", "competencies"),
    text_of("role_stage", "title"),
    text_of("role_calendar", "what"),
    text_of("search", "title"),
    text_of("search", "body"),
];

/// Every such column: table, name, whether it is JSON. Blind review hides people in the same ones.
pub(crate) fn words_of_people() -> impl Iterator<Item = (&'static str, &'static str, bool)> {
    COLUMNS.iter().map(|one| (one.table, one.column, one.json))
}

/// Table and name of every column that is redacted, for the proof that none was forgotten.
#[cfg(feature = "plaintext")]
pub fn redacted_columns() -> Vec<(&'static str, &'static str)> {
    COLUMNS.iter().map(|one| (one.table, one.column)).collect()
}

/// Redacts every column; gives how many texts were changed (the search index counts with its source, not again).
pub(super) fn redact(conn: &Connection, redaction: &Redaction) -> Result<u32> {
    let mut changed = 0;
    for column in COLUMNS {
        let here = redact_column(conn, redaction, column)?;
        if column.table != "search" {
            changed += here;
        }
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
        if redacted_json(redaction, &row.get::<_, String>(1)?)?.is_some() {
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
    let keys = key_columns(conn, column.table)?;
    let select = format!(
        "SELECT {}, {} FROM {} WHERE {} IS NOT NULL",
        column.column,
        keys.join(", "),
        column.table,
        column.column
    );
    let mut changes: Vec<Vec<Value>> = Vec::new();
    let mut statement = conn.prepare(&select)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let old: String = row.get(0)?;
        let new = if column.json { redacted_json(redaction, &old)? } else { redaction.text(&old) };
        if let Some(new) = new {
            let mut change = vec![Value::Text(new)];
            for index in 0..keys.len() {
                change.push(row.get(index + 1)?);
            }
            changes.push(change);
        }
    }
    let conditions: Vec<String> = keys.iter().map(|key| format!("{key} = ?")).collect();
    let update =
        format!("UPDATE {} SET {} = ? WHERE {}", column.table, column.column, conditions.join(" AND "));
    let mut update = conn.prepare(&update)?;
    for change in &changes {
        update.execute(rusqlite::params_from_iter(change))?;
    }
    Ok(u32::try_from(changes.len()).unwrap_or(u32::MAX))
}

/// Columns of the primary key; `rowid` for the virtual table.
fn key_columns(conn: &Connection, table: &str) -> Result<Vec<String>> {
    let mut statement = conn.prepare("SELECT name FROM pragma_table_info(?1) WHERE pk > 0 ORDER BY pk")?;
    let keys: Vec<String> =
        statement.query_map(params![table], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    Ok(if keys.is_empty() { vec!["rowid".into()] } else { keys })
}

fn redacted_json(redaction: &Redaction, text: &str) -> Result<Option<String>> {
    let value: serde_json::Value = serde_json::from_str(text)?;
    Ok(redaction.json(&value).map(|value| value.to_string()))
}
