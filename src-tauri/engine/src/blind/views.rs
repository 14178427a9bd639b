//! The views behind which a blind viewer reads. SQLite looks for a table among the temporary ones first
//! (<https://www.sqlite.org/lang_naming.html>), so that every query of this crate meets them without knowing.

use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::Connection;
use rusqlite::functions::{Context, FunctionFlags};
use rusqlite::types::ValueRef;
use uuid::Uuid;

use super::Veil;
use crate::Result;
use crate::erasure::words_of_people;

/// Tables with the text columns of erasure that are no words about candidates, and why they stay as they are.
const AS_THEY_ARE: &[(&str, &str)] = &[
    ("role", "the opening; people edit it as they read it"),
    ("assessment", "the opening; people edit it as they read it"),
    ("plan_assessment", "the opening; people edit it as they read it"),
    ("role_stage", "the opening's own words for its stages; people edit them as they read them"),
    ("role_calendar", "what is done by when for everybody; people edit it as they read it"),
    ("draft", "the holder's own words, which nobody else reads"),
    ("impact_import", "totals about nobody"),
    ("impact_total", "totals about nobody"),
    ("search", "searched through `search_row`, which leaves out what names anybody hidden"),
];

/// Columns of which a label or nothing is left for candidates that are hidden: table, column, what stands there.
const PUT_IN_PLACE: &[(&str, &str, &str)] = &[
    ("candidate", "name", "coalesce(blind_label(t.id), t.name)"),
    ("candidate", "email", "iif(blind_label(t.id) IS NULL, t.email, '')"),
    ("candidate", "location", "iif(blind_label(t.id) IS NULL, blind_text(t.location), '')"),
    ("candidate", "headline", "iif(blind_label(t.id) IS NULL, blind_text(t.headline), '')"),
    ("candidate", "notes", "iif(blind_label(t.id) IS NULL, blind_text(t.notes), '')"),
    ("candidate", "permission", "iif(blind_label(t.id) IS NULL, blind_text(t.permission), '')"),
    ("do_not_contact", "reason", "iif(blind_label(t.candidate_id) IS NULL, blind_text(t.reason), '')"),
    ("do_not_contact", "request", "iif(blind_label(t.candidate_id) IS NULL, blind_text(t.request), '')"),
    ("account", "login", "coalesce(blind_account(t.id), blind_text(t.login))"),
    ("account", "github_id", "iif(blind_account(t.id) IS NULL, t.github_id, NULL)"),
    ("account_login", "login", "coalesce(blind_account(t.account_id), blind_text(t.login))"),
    ("import_file", "accounts", "iif(blind_names(t.accounts), '[]', t.accounts)"),
    ("journal_payload", "payload", "blind_json(t.payload)"),
    ("receipt", "content", "blind_json(t.content)"),
];

/// Tables of which the rows about candidates that are hidden are left out.
const LEFT_OUT: &[(&str, &str)] = &[
    ("snapshot", "NOT blind_snapshot(t.id)"),
    ("evidence", "NOT blind_snapshot(t.snapshot_id)"),
    ("fact", "NOT blind_snapshot(t.snapshot_id)"),
    ("snapshot_language", "NOT blind_snapshot(t.snapshot_id)"),
    ("chosen_repository", "blind_label(t.candidate_id) IS NULL"),
    (
        "search_row",
        "blind_label(t.candidate_id) IS NULL AND NOT blind_snapshot(t.snapshot_id)
         AND NOT blind_names((SELECT s.title || ' ' || s.body FROM main.search AS s WHERE s.rowid = t.row))",
    ),
];

/// A connection with the views up, and the veil that they look through.
pub(crate) struct VeiledReader {
    pub conn: Connection,
    pub veil: Slot,
}

/// Where the views find the veil.
#[derive(Clone, Default)]
pub(crate) struct Slot(Arc<Mutex<Arc<Veil>>>);

impl Slot {
    /// From now on the views look through this one.
    pub fn set(&self, veil: Arc<Veil>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = veil;
    }

    fn get(&self) -> Arc<Veil> {
        Arc::clone(&self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl VeiledReader {
    /// Puts the views up on a new connection.
    pub fn new(conn: Connection) -> Result<Self> {
        let veil = put_up(&conn)?;
        for table in tables() {
            conn.execute_batch(&view(&conn, table)?)?;
        }
        Ok(VeiledReader { conn, veil })
    }
}

/// The tables that are veiled, each once.
fn tables() -> Vec<&'static str> {
    let worded = words_of_people().map(|(table, _, _)| table);
    let worded = worded.filter(|table| AS_THEY_ARE.iter().all(|(one, _)| one != table));
    let put = PUT_IN_PLACE.iter().map(|(table, _, _)| *table);
    let mut tables: Vec<_> = worded.chain(put).chain(LEFT_OUT.iter().map(|(table, _)| *table)).collect();
    tables.sort_unstable();
    tables.dedup();
    tables
}

fn view(conn: &Connection, table: &str) -> Result<String> {
    let mut statement = conn.prepare("SELECT name FROM pragma_table_info(?1)")?;
    let columns: Vec<String> =
        statement.query_map([table], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    let mut columns: Vec<String> =
        columns.iter().map(|column| format!("{} AS \"{column}\"", expression(table, column))).collect();
    let rowless: bool = conn.query_row(
        "SELECT wr FROM pragma_table_list WHERE schema = 'main' AND name = ?1",
        [table],
        |row| row.get(0),
    )?;
    if !rowless {
        // A view has no rowid of its own; paging asks for it.
        columns.push("t.rowid AS rowid".into());
    }
    let left_out = LEFT_OUT.iter().find(|(one, _)| *one == table).map_or("true", |(_, condition)| condition);
    Ok(format!(
        "CREATE TEMP VIEW \"{table}\" AS SELECT {} FROM main.\"{table}\" AS t WHERE {left_out};",
        columns.join(", ")
    ))
}

fn expression(table: &str, column: &str) -> String {
    if let Some((_, _, put)) = PUT_IN_PLACE.iter().find(|(one, of, _)| *one == table && *of == column) {
        return (*put).to_owned();
    }
    let worded = words_of_people().find(|(one, of, _)| *one == table && *of == column);
    match worded {
        Some((_, _, true)) => format!("blind_json(t.\"{column}\")"),
        Some(_) => format!("blind_text(t.\"{column}\")"),
        None => format!("t.\"{column}\""),
    }
}

/// Registers the functions that the views ask; gives where they find the veil. Without one they hide nothing.
pub(crate) fn put_up(conn: &Connection) -> Result<Slot> {
    let slot = Slot::default();
    let text = |conn: &Connection, name: &str, of: fn(&Veil, Uuid) -> Option<String>| {
        let slot = slot.clone();
        conn.create_scalar_function(name, 1, FunctionFlags::SQLITE_UTF8, move |context| {
            Ok(id(context)?.and_then(|id| of(&slot.get(), id)))
        })
    };
    text(conn, "blind_label", |veil, id| veil.candidate(id).map(str::to_owned))?;
    text(conn, "blind_account", |veil, id| veil.account(id).map(str::to_owned))?;
    let words = |conn: &Connection, name: &str, of: fn(&Veil, &str) -> Option<String>| {
        let slot = slot.clone();
        conn.create_scalar_function(name, 1, FunctionFlags::SQLITE_UTF8, move |context| {
            let Some(text) = context.get_raw(0).as_str_or_null()? else { return Ok(None) };
            Ok(Some(of(&slot.get(), text).unwrap_or_else(|| text.to_owned())))
        })
    };
    words(conn, "blind_text", |veil, text| veil.text(text))?;
    words(conn, "blind_json", |veil, text| veil.json(text))?;
    let of = slot.clone();
    conn.create_scalar_function("blind_snapshot", 1, FunctionFlags::SQLITE_UTF8, move |context| {
        Ok(id(context)?.is_some_and(|id| of.get().hides_snapshot(id)))
    })?;
    let of = slot.clone();
    conn.create_scalar_function("blind_names", 1, FunctionFlags::SQLITE_UTF8, move |context| {
        let text = context.get_raw(0).as_str_or_null()?;
        Ok(text.is_some_and(|text| of.get().text(text).is_some()))
    })?;
    Ok(slot)
}

fn id(context: &Context<'_>) -> rusqlite::Result<Option<Uuid>> {
    match context.get_raw(0) {
        ValueRef::Null => Ok(None),
        _ => context.get(0).map(Some),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_said_to_stay_that_is_not_there() {
        for (table, _) in AS_THEY_ARE {
            assert!(words_of_people().any(|(one, _, _)| one == *table), "{table}");
        }
    }
}
