//! Computing the facts of a snapshot by streaming its records past the domain's definitions.

use std::collections::HashMap;

use assay_domain::evidence::{Definition, FactValue, Facts};
use assay_domain::ids::{EvidenceId, SnapshotId};
use assay_domain::import::Record;
use rusqlite::{Connection, params};
use serde_json::Value;

use super::refs::restore_with;
use super::subject;
use crate::Result;
use crate::store::column;

/// Computes the facts of a snapshot anew and stores them in the place of earlier ones.
pub(super) fn recompute(tx: &Connection, snapshot: SnapshotId) -> Result<()> {
    recompute_while(tx, snapshot, &|| Ok(()))
}

/// The same, broken off by an error of `keep_going`, which is asked now and then.
pub(super) fn recompute_while(
    tx: &Connection,
    snapshot: SnapshotId,
    keep_going: &dyn Fn() -> Result<()>,
) -> Result<()> {
    store(tx, snapshot, &compute(tx, snapshot, keep_going)?)
}

fn compute(
    conn: &Connection,
    snapshot: SnapshotId,
    keep_going: &dyn Fn() -> Result<()>,
) -> Result<Vec<(&'static Definition, FactValue)>> {
    let subject = subject::of(conn, snapshot)?;
    let mut facts = Facts::about(subject.account.clone());
    let mut known = HashMap::new();
    let mut statement = conn.prepare_cached(
        "SELECT e.id, e.record, t.evidence_id IS NOT NULL FROM evidence AS e
         LEFT JOIN attribution AS t ON t.evidence_id = e.id WHERE e.snapshot_id = ?1 ORDER BY e.id",
    )?;
    let mut rows = statement.query([snapshot.0])?;
    let mut seen = 0_u32;
    while let Some(row) = rows.next()? {
        seen = seen.wrapping_add(1);
        if seen.is_multiple_of(256) {
            keep_going()?;
        }
        let mut value: Value = column::json(row, 1)?;
        restore_with(conn, &mut value, &mut known)?;
        let mut record: Record = serde_json::from_value(value)?;
        subject.claim(&mut record, row.get(2)?);
        facts.observe(EvidenceId(row.get(0)?), &record);
    }
    Ok(facts.finish())
}

fn store(tx: &Connection, snapshot: SnapshotId, facts: &[(&'static Definition, FactValue)]) -> Result<()> {
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
