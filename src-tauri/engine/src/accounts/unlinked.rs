//! Users with a snapshot that no candidate has yet.

use rusqlite::named_params;

use super::{Account, COLUMNS, FROM, row};
use crate::{Result, Store, Viewer};

const MOST: u32 = 200;

/// Users (and accounts that may be users) that have a snapshot and belong to no candidate, whose login contains `text`; at most 200, by login.
pub fn unlinked(store: &Store, viewer: Viewer, text: &str) -> Result<Vec<Account>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM {FROM}
         WHERE ca.account_id IS NULL AND a.kind IN ('user', 'unknown') AND a.joined_id IS NULL AND a.erased = 0
           AND EXISTS (SELECT 1 FROM snapshot AS s WHERE s.account_id = a.id AND s.state = 'whole')
           AND (:text = '' OR instr(lower(a.login), lower(:text)) > 0)
         ORDER BY lower(a.login) LIMIT :most"
    );
    store.read(viewer, |conn| {
        let mut statement = conn.prepare_cached(&sql)?;
        let rows = statement
            .query_map(named_params! {":text": text.trim(), ":most": MOST}, |found| row(found, 0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    })
}
