//! Taking back that candidates were added: by a list, or by an import.

use rusqlite::{Connection, params};
use uuid::Uuid;

use crate::journal::Entry;
use crate::store::{Noun, Tx, remove_search};
use crate::{EngineError, Result, applications};

/// Undo of one entry of a list: the application that came with somebody, then the candidate.
///
/// Errors: [`EngineError::Conflict`] where something that the journal does not tell by itself refers to the candidate.
pub(crate) fn undo_list(tx: &Tx<'_>, entry: &Entry) -> Result<()> {
    if entry.noun == Noun::Application {
        return applications::undo_add(tx, entry);
    }
    ensure_alone(tx, entry)?;
    take_back(tx, entry.subject)
}

/// Deletes a candidate to whom nothing refers but accounts and the do-not-contact mark.
pub(crate) fn take_back(tx: &Connection, candidate: Uuid) -> Result<()> {
    tx.execute("DELETE FROM candidate_account WHERE candidate_id = ?1", [candidate])?;
    tx.execute("DELETE FROM do_not_contact WHERE candidate_id = ?1", [candidate])?;
    remove_search(tx, candidate)?;
    tx.execute("DELETE FROM candidate WHERE id = ?1", [candidate])?;
    Ok(())
}

/// What may be a candidate's since they came in with the entry `?2`, and how it is found.
const SINCE: &[(&str, &str)] = &[
    ("an application", "SELECT 1 FROM application WHERE candidate_id = ?1 AND ?2 > 0"),
    (
        "a snapshot",
        "SELECT 1 FROM snapshot WHERE candidate_id = ?1
         UNION SELECT 1 FROM candidate_account AS ca JOIN snapshot AS s USING (account_id)
         JOIN journal AS j ON j.subject_id = s.id WHERE ca.candidate_id = ?1 AND j.sequence > ?2",
    ),
    (
        "a repository marked as worth reading",
        "SELECT 1 FROM chosen_repository WHERE candidate_id = ?1 AND ?2 > 0",
    ),
];

/// Refuses where somebody has something of [`SINCE`].
fn ensure_alone(tx: &Connection, entry: &Entry) -> Result<()> {
    for (what, sql) in SINCE {
        if tx.prepare_cached(sql)?.exists(params![entry.subject, entry.sequence])? {
            return Err(EngineError::conflict(
                format!("{} has {what} here since", entry.text("name")?),
                "Take that back first; or erase those of the list whom you do not want one by one.",
            ));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use assay_domain::candidate::{Basis, ProvenanceInput, SourceKind};

    use crate::bench::{Bench, at};
    use crate::{candidates, journal};

    #[test]
    fn an_account_that_came_with_a_list_goes_with_it() {
        let bench = Bench::new();
        let accounts = || {
            let count = "SELECT count(*) FROM account";
            bench.store.look(|conn| Ok(conn.query_row(count, [], |row| row.get::<_, u32>(0))?)).unwrap()
        };
        let before = accounts();
        let provenance = ProvenanceInput {
            source: SourceKind::Sourced,
            basis: Basis::Other,
            permission: String::new(),
            given_on: None,
            until: None,
        };
        let list = "Bo Sample @bo-sample\n";
        candidates::add_list(&bench.store, bench.owner, at(6), list, &provenance, None).unwrap();
        assert_eq!(accounts(), before + 1);
        journal::undo(&bench.store, bench.owner, at(7), None).unwrap();
        assert_eq!(accounts(), before);
    }
}
