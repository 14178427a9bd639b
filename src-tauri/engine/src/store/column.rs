//! Columns that hold words, JSON or lists of ids: read back into their types, with a damaged value told as such.

use std::str::FromStr;

use rusqlite::Row;
use rusqlite::types::Type;
use serde::de::DeserializeOwned;

fn failure(index: usize, error: impl std::error::Error + Send + Sync + 'static) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(index, Type::Text, Box::new(error))
}

/// A word of the domain.
pub(crate) fn word<T: FromStr>(row: &Row<'_>, index: usize) -> rusqlite::Result<T>
where
    T::Err: std::error::Error + Send + Sync + 'static,
{
    row.get_ref(index)?.as_str()?.parse().map_err(|error| failure(index, error))
}

/// A word of the domain, or none.
pub(crate) fn word_or_none<T: FromStr>(row: &Row<'_>, index: usize) -> rusqlite::Result<Option<T>>
where
    T::Err: std::error::Error + Send + Sync + 'static,
{
    let text: Option<String> = row.get(index)?;
    text.map(|text| text.parse().map_err(|error| failure(index, error))).transpose()
}

/// A JSON value.
pub(crate) fn json<T: DeserializeOwned>(row: &Row<'_>, index: usize) -> rusqlite::Result<T> {
    serde_json::from_str(row.get_ref(index)?.as_str()?).map_err(|error| failure(index, error))
}

/// `?, ?, ?` for so many values.
pub(crate) fn marks(count: usize) -> String {
    vec!["?"; count].join(", ")
}
