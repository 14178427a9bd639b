//! Recognising somebody who was erased with the do-not-contact mark: an erasure leaves keyed digests of their accounts and
//! address, which name nobody.
//!
//! An account with a number is known again by its number; and by each login that it went by, but only where a source tells no
//! number (git data, account exports, `gh repo list`): the same login with another number has passed to somebody else. Whoever
//! was known here by a login only is known again by it, with or without a number.

use std::collections::{BTreeMap, BTreeSet};

use assay_domain::ids::CandidateId;
use assay_domain::import::AccountRef;
use rusqlite::Connection;

use super::contact::{Stored, stored, write};
use crate::digests::Digests;
use crate::{Instant, Result};

/// By what somebody was recognised, the weaker first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Known {
    /// By a login, which may have passed to somebody else.
    Login,
    /// By the number of an account, or by an address.
    Surely,
}

impl Known {
    /// What stands as the reason of the mark.
    fn reason(self) -> &'static str {
        match self {
            Known::Login => {
                "somebody of this login asked not to be contacted, and was erased here since; if this is somebody else, take \
                 the mark off"
            }
            Known::Surely => "asked not to be contacted, and was erased here since",
        }
    }
}

/// What is known of accounts on one host.
#[derive(Default)]
struct OnHost {
    numbers: BTreeSet<i64>,
    logins: BTreeSet<String>,
}

/// Marks a candidate who is somebody erased with the mark: by an account of theirs, or by their address. Gives whether they
/// have the mark now.
pub(crate) fn recognise(tx: &Connection, candidate: CandidateId, at: Instant) -> Result<bool> {
    if stored(tx, candidate)?.is_some() {
        return Ok(true);
    }
    let digests = Digests::of(tx)?;
    let address = digests.address(&email(tx, candidate)?);
    let mut known = any(tx, address)?.then_some(Known::Surely);
    for (host, accounts) in accounts(tx, candidate)? {
        known = known.max(meant(tx, &digests, &host, &accounts)?);
    }
    if let Some(known) = known {
        let mark = Stored { at, person: None, reason: known.reason().into(), request: String::new() };
        write(tx, candidate, Some(&mark))?;
    }
    Ok(known.is_some())
}

/// Whether an account is that of somebody who was erased with the mark, and by what that is known.
pub(crate) fn recognised(conn: &Connection, account: &AccountRef) -> Result<Option<Known>> {
    let numbers = account.id.and_then(|id| i64::try_from(id).ok()).into_iter().collect();
    let one = OnHost { numbers, logins: [account.login.clone()].into() };
    meant(conn, &Digests::of(conn)?, &account.host, &one)
}

/// For each address and login on GitHub, of which either may be empty, whether somebody of it was erased here after asking not
/// to be contacted.
pub(crate) fn recognised_rows<'a>(
    conn: &Connection,
    rows: impl Iterator<Item = (&'a str, &'a str)>,
) -> Result<Vec<bool>> {
    let digests = Digests::of(conn)?;
    let one = |(address, login): (&str, &str)| {
        let account = OnHost { logins: [login.to_owned()].into(), ..OnHost::default() };
        Ok(any(conn, digests.address(address))?
            || (!login.is_empty() && meant(conn, &digests, "github.com", &account)?.is_some()))
    };
    rows.map(one).collect()
}

/// Before a candidate is erased: what recognises them again, where they have the mark. Takes the mark with them.
pub(crate) fn keep_digests(tx: &Connection, candidate: CandidateId) -> Result<()> {
    if stored(tx, candidate)?.is_none() {
        return Ok(());
    }
    let digests = Digests::of(tx)?;
    let mut left: Vec<Vec<u8>> = digests.address(&email(tx, candidate)?).into_iter().collect();
    for (host, OnHost { numbers, logins }) in accounts(tx, candidate)? {
        left.extend(numbers.iter().map(|id| digests.number(&host, *id)));
        left.extend(logins.iter().map(|login| match numbers.is_empty() {
            true => digests.login(&host, login),
            false => digests.login_of_number(&host, login),
        }));
    }
    for digest in left {
        tx.execute("INSERT OR IGNORE INTO do_not_contact_digest (digest) VALUES (?1)", [digest])?;
    }
    write(tx, candidate, None)
}

fn meant(conn: &Connection, digests: &Digests, host: &str, one: &OnHost) -> Result<Option<Known>> {
    let numbers = one.numbers.iter().map(|id| digests.number(host, *id));
    if any(conn, numbers)? {
        return Ok(Some(Known::Surely));
    }
    let mut logins: Vec<Vec<u8>> = one.logins.iter().map(|login| digests.login(host, login)).collect();
    if one.numbers.is_empty() {
        logins.extend(one.logins.iter().map(|login| digests.login_of_number(host, login)));
    }
    Ok(any(conn, logins)?.then_some(Known::Login))
}

/// Whether one of the digests was left by an erasure.
fn any(conn: &Connection, digests: impl IntoIterator<Item = Vec<u8>>) -> Result<bool> {
    let mut kept =
        conn.prepare_cached("SELECT EXISTS (SELECT 1 FROM do_not_contact_digest WHERE digest = ?1)")?;
    for digest in digests {
        if kept.query_row([digest], |row| row.get(0))? {
            return Ok(true);
        }
    }
    Ok(false)
}

fn email(conn: &Connection, candidate: CandidateId) -> Result<String> {
    Ok(conn.query_row("SELECT email FROM candidate WHERE id = ?1", [candidate.0], |row| row.get(0))?)
}

/// The candidate's accounts by host, with all logins that they were seen under.
fn accounts(conn: &Connection, candidate: CandidateId) -> Result<BTreeMap<String, OnHost>> {
    let mut statement = conn.prepare_cached(
        "SELECT a.host, a.github_id, l.login FROM candidate_account AS ca JOIN account AS a ON a.id = ca.account_id
         JOIN (SELECT id AS account_id, login FROM account UNION SELECT account_id, login FROM account_login) AS l
           ON l.account_id = a.id
         WHERE ca.candidate_id = ?1",
    )?;
    let mut hosts: BTreeMap<String, OnHost> = BTreeMap::new();
    let mut rows = statement.query([candidate.0])?;
    while let Some(row) = rows.next()? {
        let on = hosts.entry(row.get(0)?).or_default();
        on.numbers.extend(row.get::<_, Option<i64>>(1)?);
        on.logins.insert(row.get(2)?);
    }
    Ok(hosts)
}
