//! Accounts: (host, numeric id) where known, a login only where that is all there is. Links to candidates.

mod forget;
mod join;
mod link;
mod list;
pub(crate) mod resolve;
mod unlinked;

pub(crate) use forget::forget;
pub use join::{join, separate};
pub(crate) use join::{undo_join, undo_separate};
pub(crate) use link::{attach, from_profile};
pub use link::{link, make_candidate, unlink};
pub(crate) use link::{undo_link, undo_unlink};
pub use list::{AccountQuery, list};
pub use unlinked::unlinked;

use assay_domain::ids::{AccountId, CandidateId};
use assay_domain::import::AccountKind;
use rusqlite::{Connection, OptionalExtension as _, Row};
use serde::Serialize;
use uuid::Uuid;

use crate::{EngineError, Result, Store, Viewer};

/// A GitHub account as the window shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Account {
    /// Id, ours.
    pub id: AccountId,
    /// `github.com`, or the host of a GitHub Enterprise server.
    pub host: String,
    /// The numeric id there, where known.
    pub github_id: Option<String>,
    /// The newest login seen.
    pub login: String,
    /// Earlier ones.
    pub former_logins: Vec<String>,
    /// What it is.
    pub kind: AccountKind,
    /// For one known by its login only: the account with a number that a person joined it to.
    pub joined_to: Option<AccountId>,
    /// Whose it is.
    pub candidate_id: Option<CandidateId>,
    /// Whether somebody here linked it; else an import did.
    pub linked_by_hand: bool,
}

/// Columns of [`row`], from `account AS a LEFT JOIN candidate_account AS ca ON ca.account_id = a.id`.
pub(crate) const COLUMNS: &str = "a.id, a.host, a.github_id, a.login, a.kind, ca.candidate_id, ca.by_hand, a.joined_id,
    (SELECT json_group_array(l.login) FROM account_login AS l WHERE l.account_id = a.id AND l.login <> a.login)";

/// Where [`COLUMNS`] come from.
pub(crate) const FROM: &str = "account AS a LEFT JOIN candidate_account AS ca ON ca.account_id = a.id";

/// An account from [`COLUMNS`] that start at `first`.
pub(crate) fn row(row: &Row<'_>, first: usize) -> rusqlite::Result<Account> {
    let github_id: Option<i64> = row.get(first + 2)?;
    let by_hand: Option<bool> = row.get(first + 6)?;
    Ok(Account {
        id: AccountId(row.get(first)?),
        host: row.get(first + 1)?,
        github_id: github_id.map(|id| id.to_string()),
        login: row.get(first + 3)?,
        former_logins: crate::store::column::json(row, first + 8)?,
        kind: kind(row.get_ref(first + 4)?.as_str()?),
        joined_to: row.get::<_, Option<Uuid>>(first + 7)?.map(AccountId),
        candidate_id: row.get::<_, Option<Uuid>>(first + 5)?.map(CandidateId),
        linked_by_hand: by_hand.unwrap_or(false),
    })
}

/// One account.
pub(crate) fn get(conn: &Connection, id: AccountId) -> Result<Account> {
    conn.prepare_cached(&format!("SELECT {COLUMNS} FROM {FROM} WHERE a.id = ?1 AND a.erased = 0"))?
        .query_row([id.0], |found| row(found, 0))
        .optional()?
        .ok_or_else(|| EngineError::not_found("account", id))
}

/// The accounts linked to a candidate.
pub fn of(store: &Store, viewer: Viewer, candidate: CandidateId) -> Result<Vec<Account>> {
    store.read(viewer, |conn| of_candidate(conn, candidate))
}

/// The accounts of a candidate.
pub(crate) fn of_candidate(conn: &Connection, candidate: CandidateId) -> Result<Vec<Account>> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM {FROM} WHERE ca.candidate_id = ?1 ORDER BY lower(a.login)"
    ))?;
    let rows = statement.query_map([candidate.0], |found| row(found, 0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The word of a kind, as it is stored.
pub(crate) fn kind_word(kind: AccountKind) -> &'static str {
    match kind {
        AccountKind::User => "user",
        AccountKind::Organization => "organization",
        AccountKind::Bot => "bot",
        AccountKind::Mannequin => "mannequin",
        AccountKind::Unknown => "unknown",
    }
}

/// The kind of a word.
pub(crate) fn kind(word: &str) -> AccountKind {
    match word {
        "user" => AccountKind::User,
        "organization" => AccountKind::Organization,
        "bot" => AccountKind::Bot,
        "mannequin" => AccountKind::Mannequin,
        _ => AccountKind::Unknown,
    }
}
