//! Joining an account that is known by its login only to one with a number. Only a person does that: logins pass to other
//! people, so the data alone proves nothing. Records keep referring to what they named; the join stands beside them.

use assay_domain::ids::{AccountId, CandidateId};
use rusqlite::{Connection, OptionalExtension as _, params};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{Account, get};
use crate::candidates;
use crate::imports::attribution;
use crate::journal::Entry;
use crate::store::{Done, Noun, Op, Tx};
use crate::{EngineError, Instant, Result, Store, Viewer, blind};

const JOIN: Op = Op("account.join");
const SEPARATE: Op = Op("account.separate");

/// Says that a login-only account is the same person's as an account with a number. Gives the latter.
///
/// Errors: [`EngineError::NotFound`]; [`EngineError::Conflict`] where the first has a number or is joined already, the second
/// has none, they stand on different hosts, or the first belongs to another candidate.
pub fn join(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    login_only: AccountId,
    into: AccountId,
) -> Result<Done<Account>> {
    let done = store.transact(JOIN, viewer, at, |tx| {
        let (from, to) = (get(tx, login_only)?, get(tx, into)?);
        check(&from, &to)?;
        let payload = json!({"name": format!("{} to {}", from.login, to.login), "into": into, "had_candidate": from.candidate_id});
        set(tx, login_only, into, to.candidate_id)?;
        tx.record(Noun::Account, login_only.0, &[into.0], &payload)?;
        touch(tx, into, to.candidate_id);
        Ok(())
    })?;
    done.try_map(|()| store.read(viewer, |conn| get(conn, into)))
}

/// Takes a join back. Gives the login-only account.
///
/// Errors: [`EngineError::NotFound`]; [`EngineError::Conflict`] where it is joined to none.
pub fn separate(store: &Store, viewer: Viewer, at: Instant, login_only: AccountId) -> Result<Done<Account>> {
    let done = store.transact(SEPARATE, viewer, at, |tx| {
        let found = get(tx, login_only)?;
        let Some(into) = found.joined_to else {
            return Err(EngineError::conflict(
                format!("{} is joined to no account", found.login),
                "Look at the list of accounts again.",
            ));
        };
        if let Some(candidate) = found.candidate_id {
            blind::ensure_named(tx, viewer, candidate)?;
        }
        unset(tx, login_only, into, None)?;
        let payload = json!({"name": found.login, "into": into, "had_candidate": Value::Null});
        tx.record(Noun::Account, login_only.0, &[into.0], &payload)?;
        touch(tx, into, found.candidate_id);
        Ok(())
    })?;
    done.try_map(|()| store.read(viewer, |conn| get(conn, login_only)))
}

fn touch(tx: &mut Tx<'_>, into: AccountId, candidate: Option<CandidateId>) {
    tx.touch(Noun::Account, into.0);
    if let Some(candidate) = candidate {
        tx.touch(Noun::Candidate, candidate.0);
    }
}

fn check(from: &Account, to: &Account) -> Result<()> {
    let refuse = |what: String, hint: &str| Err(EngineError::conflict(what, hint));
    if from.github_id.is_some() {
        return refuse(
            format!(
                "{} has a number of its own ({})",
                from.login,
                from.github_id.as_deref().unwrap_or_default()
            ),
            "Only what is known by its login alone is joined; two numbers are two accounts.",
        );
    }
    if to.github_id.is_none() {
        return refuse(
            format!("the number of {} is not known", to.login),
            "Import a capture that gives it (a user object), and join to that.",
        );
    }
    if from.host != to.host {
        return refuse(
            format!("{} stands on {} and {} on {}", from.login, from.host, to.login, to.host),
            "Accounts on different hosts are different; link both to the candidate instead.",
        );
    }
    if from.joined_to.is_some() {
        return refuse(format!("{} is joined already", from.login), "Separate it first.");
    }
    if from.candidate_id.is_some() && from.candidate_id != to.candidate_id {
        return refuse(
            format!("{} is linked to a candidate, and {} is not theirs", from.login, to.login),
            "Link the other account to the same candidate first, or unlink this one.",
        );
    }
    Ok(())
}

fn set(tx: &Connection, from: AccountId, into: AccountId, candidate: Option<CandidateId>) -> Result<()> {
    tx.execute("UPDATE account SET joined_id = ?2 WHERE id = ?1", [from.0, into.0])?;
    if let Some(candidate) = candidate {
        tx.execute(
            "INSERT OR IGNORE INTO candidate_account (account_id, candidate_id, by_hand) VALUES (?1, ?2, 1)",
            params![from.0, candidate.0],
        )?;
        candidates::index(tx, candidate)?;
    }
    attribution::recompute_of_account(tx, from)?;
    attribution::recompute_of_account(tx, into)
}

/// Takes a join back; the candidate that the account had before it keeps it.
fn unset(tx: &Connection, from: AccountId, into: AccountId, had: Option<Uuid>) -> Result<()> {
    tx.execute("UPDATE account SET joined_id = NULL WHERE id = ?1", [from.0])?;
    let candidate: Option<Uuid> = tx
        .query_row("SELECT candidate_id FROM candidate_account WHERE account_id = ?1", [from.0], |row| {
            row.get(0)
        })
        .optional()?;
    if candidate.is_some() && candidate != had {
        tx.execute("DELETE FROM candidate_account WHERE account_id = ?1", [from.0])?;
    }
    if let Some(candidate) = candidate {
        candidates::index(tx, CandidateId(candidate))?;
    }
    attribution::recompute_of_account(tx, from)?;
    attribution::recompute_of_account(tx, into)
}

/// Undo of a join.
pub(crate) fn undo_join(tx: &Tx<'_>, entry: &Entry) -> Result<()> {
    let had = entry.payload.get("had_candidate").and_then(Value::as_str).and_then(|id| id.parse().ok());
    unset(tx, AccountId(entry.subject), AccountId(entry.id("into")?), had)
}

/// Undo of a separation.
pub(crate) fn undo_separate(tx: &Tx<'_>, entry: &Entry) -> Result<()> {
    let (from, into) = (AccountId(entry.subject), AccountId(entry.id("into")?));
    let to = get(tx, into)?;
    check(&get(tx, from)?, &to)?;
    set(tx, from, into, to.candidate_id)
}
