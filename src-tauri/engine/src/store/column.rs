//! Columns that hold words, JSON or lists of ids: read back into their types by place or by name, with a damaged value
//! told as such.

use rusqlite::types::Type;
use rusqlite::{Row, RowIndex};
use serde::de::DeserializeOwned;
use serde_json::Value;

/// The enum whose word stands in a column.
pub(crate) fn word<T: DeserializeOwned>(row: &Row<'_>, column: impl RowIndex) -> rusqlite::Result<T> {
    let index = column.idx(row.as_ref())?;
    from_word(index, row.get_ref(index)?.as_str()?)
}

/// The enum whose word stands in a column that may be empty.
pub(crate) fn word_or_none<T: DeserializeOwned>(
    row: &Row<'_>,
    column: impl RowIndex,
) -> rusqlite::Result<Option<T>> {
    let index = column.idx(row.as_ref())?;
    let text = row.get_ref(index)?.as_str_or_null()?;
    text.map(|text| from_word(index, text)).transpose()
}

/// A JSON value.
pub(crate) fn json<T: DeserializeOwned>(row: &Row<'_>, column: impl RowIndex) -> rusqlite::Result<T> {
    let index = column.idx(row.as_ref())?;
    serde_json::from_str(row.get_ref(index)?.as_str()?).map_err(|error| failure(index, error))
}

/// A JSON value in a column that may be empty.
pub(crate) fn json_or_none<T: DeserializeOwned>(
    row: &Row<'_>,
    column: impl RowIndex,
) -> rusqlite::Result<Option<T>> {
    let index = column.idx(row.as_ref())?;
    let text = row.get_ref(index)?.as_str_or_null()?;
    text.map(|text| serde_json::from_str(text).map_err(|error| failure(index, error))).transpose()
}

fn from_word<T: DeserializeOwned>(index: usize, word: &str) -> rusqlite::Result<T> {
    serde_json::from_value(Value::String(word.into())).map_err(|error| failure(index, error))
}

fn failure(index: usize, error: serde_json::Error) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(index, Type::Text, Box::new(error))
}

/// `?, ?, ?` for so many values.
pub(crate) fn marks(count: usize) -> String {
    vec!["?"; count].join(", ")
}
