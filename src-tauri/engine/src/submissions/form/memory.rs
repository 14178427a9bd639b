//! What the columns of an assessment's form mean, said once.

use assay_domain::ids::AssessmentId;
use assay_domain::submission::ColumnUse;
use rusqlite::{Connection, OptionalExtension as _, params};

use crate::store::column::json;
use crate::{Instant, Result};

/// Headings with what they mean.
pub(super) type Columns = Vec<(String, ColumnUse)>;

/// What was remembered of an assessment's form; empty for nothing.
pub(super) fn of(conn: &Connection, assessment: AssessmentId) -> Result<Columns> {
    let found: Option<Columns> = conn
        .prepare_cached("SELECT columns FROM form_mapping WHERE assessment_id = ?1")?
        .query_row([assessment.0], |row| json(row, "columns"))
        .optional()?;
    Ok(found.unwrap_or_default())
}

/// Each heading as it was meant before, in turn where it stands there twice; what was not there before as it is guessed.
/// Gives the uses, and for each whether it is remembered.
pub(super) fn applied(
    known: &Columns,
    headers: &[String],
    guessed: Vec<ColumnUse>,
) -> (Vec<ColumnUse>, Vec<bool>) {
    let mut left: Vec<&(String, ColumnUse)> = known.iter().collect();
    let meant = headers.iter().zip(guessed).map(|(header, guess)| {
        let at = left.iter().position(|one| one.0 == *header);
        at.map_or((guess, false), |at| (left.remove(at).1.clone(), true))
    });
    meant.unzip()
}

/// Remembers what the columns mean.
pub(super) fn keep(
    conn: &Connection,
    at: Instant,
    assessment: AssessmentId,
    headers: &[String],
    uses: &[ColumnUse],
) -> Result<()> {
    let columns: Vec<(&String, &ColumnUse)> = headers.iter().zip(uses).collect();
    conn.execute(
        "INSERT INTO form_mapping (assessment_id, columns, at) VALUES (?1, ?2, ?3)
         ON CONFLICT (assessment_id) DO UPDATE SET columns = excluded.columns, at = excluded.at",
        params![assessment.0, serde_json::to_string(&columns)?, at],
    )?;
    Ok(())
}
