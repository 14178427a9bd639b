//! Which account a record means. Logins pass to other people, so a login never stands for a numeric id.

use assay_domain::ids::AccountId;
use assay_domain::import::{AccountKind, AccountRef};
use rusqlite::{Connection, OptionalExtension as _, params};
use uuid::Uuid;

use super::kind_word;
use crate::{Instant, Result};

/// The account that is meant, made where it is new. A login it was not seen under before is added to it.
pub(crate) fn resolve(tx: &Connection, meant: &AccountRef) -> Result<AccountId> {
    let github_id = meant.id.and_then(|id| i64::try_from(id).ok());
    let Some((id, erased)) = find(tx, meant, github_id)? else {
        return insert(tx, meant, github_id);
    };
    if !erased {
        add_login(tx, id, &meant.login, None)?;
        if meant.kind != AccountKind::Unknown {
            tx.prepare_cached("UPDATE account SET kind = ?2 WHERE id = ?1 AND kind = 'unknown'")?
                .execute(params![id, kind_word(meant.kind)])?;
        }
    }
    Ok(AccountId(id))
}

/// Notes that a profile of the account was read: its login as of `seen_at`, and what it says it is. The newest login
/// becomes the account's.
pub(crate) fn seen(
    tx: &Connection,
    id: AccountId,
    meant: &AccountRef,
    seen_at: Option<Instant>,
) -> Result<()> {
    add_login(tx, id.0, &meant.login, seen_at)?;
    if meant.kind != AccountKind::Unknown {
        tx.execute("UPDATE account SET kind = ?2 WHERE id = ?1", params![id.0, kind_word(meant.kind)])?;
    }
    tx.execute(
        "UPDATE account SET login = (SELECT login FROM account_login WHERE account_id = ?1
                                     ORDER BY seen_at IS NULL, seen_at DESC LIMIT 1)
         WHERE id = ?1 AND EXISTS (SELECT 1 FROM account_login WHERE account_id = ?1 AND seen_at IS NOT NULL)",
        [id.0],
    )?;
    Ok(())
}

fn find(tx: &Connection, meant: &AccountRef, github_id: Option<i64>) -> Result<Option<(Uuid, bool)>> {
    let row = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?));
    let found = match github_id {
        Some(id) => tx
            .prepare_cached("SELECT id, erased FROM account WHERE host = ?1 AND github_id = ?2")?
            .query_row(params![meant.host, id], row),
        None => tx
            .prepare_cached(
                "SELECT id, erased FROM account
                 WHERE host = ?1 AND lower(login) = lower(?2) AND github_id IS NULL AND erased = 0",
            )?
            .query_row(params![meant.host, meant.login], row),
    };
    Ok(found.optional()?)
}

fn insert(tx: &Connection, meant: &AccountRef, github_id: Option<i64>) -> Result<AccountId> {
    let id = Uuid::now_v7();
    tx.prepare_cached("INSERT INTO account (id, host, github_id, login, kind) VALUES (?1, ?2, ?3, ?4, ?5)")?
        .execute(params![id, meant.host, github_id, meant.login, kind_word(meant.kind)])?;
    add_login(tx, id, &meant.login, None)?;
    Ok(AccountId(id))
}

fn add_login(tx: &Connection, id: Uuid, login: &str, seen_at: Option<Instant>) -> Result<()> {
    tx.prepare_cached(
        "INSERT INTO account_login (account_id, login, seen_at) VALUES (?1, ?2, ?3)
         ON CONFLICT DO UPDATE SET seen_at = max(COALESCE(seen_at, excluded.seen_at), excluded.seen_at)
         WHERE excluded.seen_at IS NOT NULL",
    )?
    .execute(params![id, login, seen_at])?;
    Ok(())
}
