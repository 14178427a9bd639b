//! Forgetting an account that came in for something that was taken back.

use rusqlite::Connection;
use uuid::Uuid;

use crate::Result;

/// Deletes an account that nothing refers to any more.
pub(crate) fn forget(tx: &Connection, account: Uuid) -> Result<()> {
    let used: bool = tx.query_row(
        "SELECT EXISTS (SELECT 1 FROM evidence_account WHERE account_id = ?1)
             OR EXISTS (SELECT 1 FROM evidence WHERE author_id = ?1)
             OR EXISTS (SELECT 1 FROM snapshot WHERE account_id = ?1)
             OR EXISTS (SELECT 1 FROM candidate_account WHERE account_id = ?1)
             OR EXISTS (SELECT 1 FROM account WHERE joined_id = ?1)",
        [account],
        |row| row.get(0),
    )?;
    if !used {
        tx.execute("DELETE FROM account_login WHERE account_id = ?1", [account])?;
        tx.execute("DELETE FROM account WHERE id = ?1", [account])?;
    }
    Ok(())
}
