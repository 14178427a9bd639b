//! Reading columns that hold words of the domain, or JSON.

use rusqlite::Row;
use rusqlite::types::Type;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// The enum whose kebab-case word stands in a column.
pub(crate) fn word<T: DeserializeOwned>(row: &Row<'_>, column: &str) -> rusqlite::Result<T> {
    let text: String = row.get(column)?;
    from_word(&text).map_err(|error| broken(error.into()))
}

/// The enum whose kebab-case word stands in a column that may be empty.
pub(crate) fn optional_word<T: DeserializeOwned>(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<T>> {
    let text: Option<String> = row.get(column)?;
    text.map(|text| from_word(&text).map_err(|error| broken(error.into()))).transpose()
}

/// The value whose JSON stands in a column.
pub(crate) fn json<T: DeserializeOwned>(row: &Row<'_>, column: &str) -> rusqlite::Result<T> {
    let text: String = row.get(column)?;
    serde_json::from_str(&text).map_err(|error| broken(error.into()))
}

fn from_word<T: DeserializeOwned>(text: &str) -> serde_json::Result<T> {
    serde_json::from_value(Value::String(text.into()))
}

fn broken(error: Box<dyn std::error::Error + Send + Sync>) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(0, Type::Text, error)
}
