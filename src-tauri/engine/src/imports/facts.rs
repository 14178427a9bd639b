//! Computing the facts of a snapshot by streaming its records past the domain's definitions.

use std::collections::HashMap;

use assay_domain::evidence::{Definition, FactValue, Facts};
use assay_domain::ids::{EvidenceId, SnapshotId};
use assay_domain::import::{AccountRef, Record};
use rusqlite::{Connection, params};
use serde_json::Value;

use super::refs::restore_with;
use crate::Result;
use crate::store::column;

/// The facts of a snapshot of `subject`.
pub(super) fn compute(
    conn: &Connection,
    snapshot: SnapshotId,
    subject: &AccountRef,
) -> Result<Vec<(&'static Definition, FactValue)>> {
    let mut facts = Facts::about(subject.clone());
    let mut known = HashMap::new();
    let mut statement =
        conn.prepare_cached("SELECT id, record FROM evidence WHERE snapshot_id = ?1 ORDER BY id")?;
    let mut rows = statement.query([snapshot.0])?;
    while let Some(row) = rows.next()? {
        let mut value: Value = column::json(row, 1)?;
        restore_with(conn, &mut value, &mut known)?;
        let record: Record = serde_json::from_value(value)?;
        facts.observe(EvidenceId(row.get(0)?), &record);
    }
    Ok(facts.finish())
}

/// Stores facts in the place of earlier ones.
pub(super) fn store(
    tx: &Connection,
    snapshot: SnapshotId,
    facts: &[(&'static Definition, FactValue)],
) -> Result<()> {
    let mut insert = tx.prepare_cached(
        "INSERT OR REPLACE INTO fact (snapshot_id, fact, version, state, value, text, evidence, evidence_total)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?;
    for (definition, fact) in facts {
        insert.execute(params![
            snapshot.0,
            definition.id,
            definition.version,
            fact.state.as_str(),
            fact.value.to_string(),
            fact.text,
            serde_json::to_string(&fact.evidence)?,
            fact.evidence_total
        ])?;
    }
    Ok(())
}
