//! Accounts that matter here: with a snapshot, a candidate or a join. Third parties in snapshots are not listed.

use rusqlite::named_params;
use serde::Deserialize;

use super::{Account, COLUMNS, FROM, row};
use crate::{Result, Store, Viewer};

const MOST: u32 = 500;

/// Which accounts.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct AccountQuery {
    /// A part of a login, present or former; empty for all.
    pub text: String,
    /// Only those whose number is not known.
    pub login_only: bool,
}

/// Accounts with a snapshot, a candidate or a join, by login; at most 500. Each lists every login it was seen under.
pub fn list(store: &Store, viewer: Viewer, query: &AccountQuery) -> Result<Vec<Account>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM {FROM}
         WHERE a.erased = 0 AND (NOT :login_only OR a.github_id IS NULL)
           AND (ca.candidate_id IS NOT NULL OR a.joined_id IS NOT NULL
                OR EXISTS (SELECT 1 FROM snapshot AS s WHERE s.account_id = a.id AND s.state = 'whole'))
           AND (:text = '' OR EXISTS (SELECT 1 FROM account_login AS l
                WHERE l.account_id = a.id AND instr(lower(l.login), lower(:text)) > 0))
         ORDER BY lower(a.login), a.host LIMIT :most"
    );
    store.read(viewer, |conn| {
        let mut statement = conn.prepare_cached(&sql)?;
        let params =
            named_params! {":text": query.text.trim(), ":login_only": query.login_only, ":most": MOST};
        let rows = statement.query_map(params, |found| row(found, 0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    })
}
