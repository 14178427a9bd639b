//! Undo of an import: its snapshots, the candidates it made and the links it set go; then the same input is new again.

use assay_domain::ids::CandidateId;
use serde_json::Value;

use super::clean;
use crate::journal::Entry;
use crate::store::{Noun, Tx};
use crate::{Result, candidates};

/// Takes back one entry of an import's end.
pub(crate) fn undo_finish(tx: &Tx<'_>, entry: &Entry) -> Result<()> {
    match entry.noun {
        Noun::Snapshot => clean::delete(tx, entry.subject),
        Noun::Candidate if entry.payload.get("made").and_then(Value::as_bool) == Some(true) => {
            candidates::take_back(tx, entry.subject)
        }
        Noun::Candidate => {
            tx.execute("DELETE FROM candidate_account WHERE account_id = ?1", [entry.id("account")?])?;
            candidates::index(tx, CandidateId(entry.subject))
        }
        Noun::Import => {
            for sql in [
                "DELETE FROM import_digest WHERE import_id = ?1",
                "DELETE FROM import_file WHERE import_id = ?1",
                "DELETE FROM import_run WHERE id = ?1",
            ] {
                tx.execute(sql, [entry.subject])?;
            }
            Ok(())
        }
        _ => Ok(()),
    }
}
