//! A door for tests (feature `plaintext`, never in a release): raw SQL, so that a proof can do the damage that no command
//! does, and can list the tables that it must cover. Foreign keys are not enforced behind it, as they are not for somebody
//! who edits the file with another program.

use super::Store;
use crate::Result;

/// Runs statements on the writer connection.
///
/// Errors: what the database refuses.
pub fn execute(store: &Store, sql: &str) -> Result<()> {
    let writer = store.writer();
    writer.pragma_update(None, "foreign_keys", false)?;
    let done = writer.execute_batch(sql);
    writer.pragma_update(None, "foreign_keys", true)?;
    Ok(done?)
}

/// The rows of one query, each value as text: blobs in hexadecimal, nothing for NULL.
///
/// Errors: what the database refuses.
pub fn rows(store: &Store, sql: &str) -> Result<Vec<Vec<String>>> {
    store.look(|conn| {
        let mut statement = conn.prepare(sql)?;
        let columns = statement.column_count();
        let rows =
            statement.query_map([], |row| (0..columns).map(|index| text(row.get(index)?)).collect())?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    })
}

fn text(value: rusqlite::types::Value) -> rusqlite::Result<String> {
    use rusqlite::types::Value;
    Ok(match value {
        Value::Null => String::new(),
        Value::Integer(number) => number.to_string(),
        Value::Real(number) => number.to_string(),
        Value::Text(text) => text,
        Value::Blob(bytes) => super::hex(&bytes),
    })
}
