//! Linking accounts to candidates, by hand or by an import. Only users: an organisation or a bot is nobody's account.

use assay_domain::candidate::{CandidateInput, ProvenanceInput};
use assay_domain::ids::{AccountId, CandidateId};
use assay_domain::import::{AccountKind, Profile, Seen};
use rusqlite::{Connection, OptionalExtension as _, params};
use serde_json::json;

use super::{Account, get};
use crate::candidates::{self, CandidateDetail};
use crate::imports::attribution;
use crate::journal::Entry;
use crate::store::{Done, Noun, Op, Tx, column};
use crate::{EngineError, Instant, Result, Store, Viewer, blind};

const LINK: Op = Op("candidate.link");
const UNLINK: Op = Op("candidate.unlink");
const MAKE: Op = Op("candidate.create");

/// Links an account to a candidate. Refused for what is no user, and for an account that somebody has.
pub fn link(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    candidate: CandidateId,
    account: AccountId,
) -> Result<Done<CandidateDetail>> {
    let done = store.transact(LINK, viewer, at, |tx| {
        candidates::exists(tx, candidate)?;
        let found = linkable(tx, account)?;
        attach(tx, candidate, account, true)?;
        candidates::recognise(tx, candidate, at)?;
        let payload = json!({"account": account, "name": found.login});
        tx.record(Noun::Candidate, candidate.0, &[account.0], &payload)?;
        tx.touch(Noun::Account, account.0);
        Ok(())
    })?;
    done.try_map(|()| candidates::show(store, viewer, at, candidate))
}

/// Takes an account from a candidate. Its snapshots stay, with the account.
pub fn unlink(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    candidate: CandidateId,
    account: AccountId,
) -> Result<Done<CandidateDetail>> {
    let done = store.transact(UNLINK, viewer, at, |tx| {
        let found = get(tx, account)?;
        if found.candidate_id != Some(candidate) {
            return Err(EngineError::conflict(
                format!("{} is not linked to this candidate", found.login),
                "Look at the candidate's accounts again.",
            ));
        }
        blind::ensure_named(tx, viewer, candidate)?;
        refuse_joined(&found)?;
        detach(tx, candidate, account)?;
        let payload = json!({"account": account, "name": found.login, "by_hand": found.linked_by_hand});
        tx.record(Noun::Candidate, candidate.0, &[account.0], &payload)?;
        tx.touch(Noun::Account, account.0);
        Ok(())
    })?;
    done.try_map(|()| candidates::show(store, viewer, at, candidate))
}

/// One that is joined to another goes where that goes.
fn refuse_joined(account: &Account) -> Result<()> {
    match account.joined_to {
        None => Ok(()),
        Some(_) => Err(EngineError::conflict(
            format!("{} is joined to another account and goes with that", account.login),
            "Unlink the other one, or separate the two first.",
        )),
    }
}

/// Makes a candidate of an account that nobody has, named as its newest profile says, with that snapshot's provenance.
///
/// Errors: [`EngineError::NotFound`]; [`EngineError::Conflict`] for what is no person's, for an account that somebody has, and
/// for one that no snapshot is about: whoever only appears in other people's data is no candidate.
pub fn make_candidate(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    account: AccountId,
) -> Result<Done<CandidateDetail>> {
    let done = store.transact(MAKE, viewer, at, |tx| {
        let found = linkable(tx, account)?;
        let Some((profile, provenance)) = newest(tx, account)? else {
            return Err(EngineError::conflict(
                format!("nothing that was imported is about {}", found.login),
                "Only whoever a snapshot is about can become a candidate; import or capture one of theirs.",
            ));
        };
        let input = from_profile(&found.login, profile.as_ref(), provenance);
        let candidate = candidates::insert(tx, at, &input)?;
        attach(tx, candidate, account, true)?;
        candidates::recognise(tx, candidate, at)?;
        let payload = json!({"name": input.name, "account": account});
        tx.record(Noun::Candidate, candidate.0, &[account.0], &payload)?;
        tx.touch(Noun::Account, account.0);
        Ok(candidate)
    })?;
    done.try_map(|candidate| candidates::show(store, viewer, at, candidate))
}

/// A candidate as a profile tells of them; the login where it tells no name that can stand.
pub(crate) fn from_profile(
    login: &str,
    profile: Option<&Profile>,
    provenance: ProvenanceInput,
) -> CandidateInput {
    let line = |of: fn(&Profile) -> &Seen<String>| {
        let text = profile.and_then(|profile| of(profile).value()).map_or("", String::as_str);
        let text: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        text.trim().chars().take(assay_domain::candidate::LINE_MAX).collect::<String>()
    };
    let name = line(|profile| &profile.name);
    let email = line(|profile| &profile.email);
    CandidateInput {
        name: if name.is_empty() { login.to_string() } else { name },
        email: if assay_domain::candidate::is_email(&email) { email } else { String::new() },
        location: line(|profile| &profile.location),
        headline: line(|profile| &profile.bio),
        notes: String::new(),
        provenance,
    }
}

/// Profile and provenance of the newest snapshot about the account, or about one joined to it.
fn newest(conn: &Connection, account: AccountId) -> Result<Option<(Option<Profile>, ProvenanceInput)>> {
    let found = conn
        .prepare_cached(
            "SELECT s.profile, s.source, s.basis, s.permission, s.given_on, s.until FROM snapshot AS s
             JOIN account AS a ON a.id = s.account_id
             WHERE (a.id = ?1 OR a.joined_id = ?1) AND s.state = 'whole'
             ORDER BY a.id = ?1 DESC, s.taken_at DESC, s.imported_at DESC LIMIT 1",
        )?
        .query_row([account.0], |row| {
            let provenance = ProvenanceInput {
                source: column::word(row, 1)?,
                basis: column::word(row, 2)?,
                permission: row.get(3)?,
                given_on: row.get(4)?,
                until: row.get(5)?,
            };
            Ok((column::json(row, 0)?, provenance))
        })
        .optional()?;
    Ok(found)
}

fn linkable(conn: &Connection, account: AccountId) -> Result<Account> {
    let found = get(conn, account)?;
    if !matches!(found.kind, AccountKind::User | AccountKind::Unknown) {
        return Err(EngineError::conflict(
            format!("{} is not the account of a person", found.login),
            "Only users can be candidates; organisations and bots stay as they are.",
        ));
    }
    refuse_joined(&found)?;
    if found.candidate_id.is_some() {
        return Err(EngineError::conflict(
            format!("{} is linked to a candidate already", found.login),
            "Unlink it there first.",
        ));
    }
    Ok(found)
}

/// Writes the link, with the accounts joined to this one, and what follows from it: the candidate's search row, and which
/// commits are theirs. Journalled by the caller.
pub(crate) fn attach(
    tx: &Connection,
    candidate: CandidateId,
    account: AccountId,
    by_hand: bool,
) -> Result<()> {
    tx.prepare_cached(
        "INSERT INTO candidate_account (account_id, candidate_id, by_hand)
         SELECT id, ?2, ?3 FROM account WHERE id = ?1 OR joined_id = ?1",
    )?
    .execute(params![account.0, candidate.0, by_hand])?;
    candidates::index(tx, candidate)?;
    attribution::of_candidate(tx, candidate)
}

fn detach(tx: &Connection, candidate: CandidateId, account: AccountId) -> Result<()> {
    tx.execute(
        "DELETE FROM candidate_account WHERE candidate_id = ?2
         AND account_id IN (SELECT id FROM account WHERE id = ?1 OR joined_id = ?1)",
        params![account.0, candidate.0],
    )?;
    candidates::index(tx, candidate)?;
    attribution::of_account(tx, account)?;
    attribution::of_candidate(tx, candidate)
}

/// Undo of a link.
pub(crate) fn undo_link(tx: &Tx<'_>, entry: &Entry) -> Result<()> {
    detach(tx, CandidateId(entry.subject), AccountId(entry.id("account")?))
}

/// Undo of an unlink; refused where somebody else has the account now.
pub(crate) fn undo_unlink(tx: &Tx<'_>, entry: &Entry) -> Result<()> {
    let account = AccountId(entry.id("account")?);
    linkable(tx, account)?;
    let by_hand = entry.payload.get("by_hand").and_then(serde_json::Value::as_bool).unwrap_or(true);
    attach(tx, CandidateId(entry.subject), account, by_hand)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::Bench;
    use uuid::Uuid;

    #[test]
    fn whoever_only_appears_in_other_peoples_data_and_what_is_no_person_is_no_candidate() {
        let bench = Bench::new();
        for kind in ["user", "unknown", "organization", "bot", "mannequin"] {
            let id = Uuid::now_v7();
            bench
                .store
                .scratch(|tx| {
                    tx.execute(
                        "INSERT INTO account (id, host, login, kind) VALUES (?1, 'github.com', ?2, ?2)",
                        params![id, kind],
                    )?;
                    Ok(())
                })
                .unwrap();
            let made = make_candidate(&bench.store, bench.owner, crate::bench::at(5), AccountId(id));
            let Err(EngineError::Conflict { what, .. }) = made else { panic!("{kind}: {made:?}") };
            let person = matches!(kind, "user" | "unknown");
            assert_eq!(what.contains("nothing that was imported is about"), person, "{what}");
        }
    }
}
