//! `assay candidate link`, `unlink` and `unlinked`.

use assay_engine::accounts::{self, Account};
use assay_engine::candidates;

use crate::failure::Result;
use crate::names;
use crate::output::{Answer, table};
use crate::session::Session;

/// Links an account to a candidate.
pub fn link(session: &Session, candidate: &str, account: &str) -> Result<Answer> {
    let id = names::candidate(session, candidate)?;
    let account = names::account(session, account, &[])?;
    let done = accounts::link(&session.store, session.viewer, session.now(), id, account.id)?;
    let text = format!("{} on {} is {}'s account.", account.login, account.host, done.value.name);
    Ok(Answer::done("candidate", &done, text))
}

/// Takes an account from a candidate.
pub fn unlink(session: &Session, candidate: &str, account: &str) -> Result<Answer> {
    let id = names::candidate(session, candidate)?;
    let before = candidates::show(&session.store, session.viewer, session.now(), id)?;
    let account = names::account(session, account, &before.accounts)?;
    let done = accounts::unlink(&session.store, session.viewer, session.now(), id, account.id)?;
    let text = format!("{} on {} is not {}'s account any more.", account.login, account.host, before.name);
    Ok(Answer::done("candidate", &done, text))
}

/// Lists the accounts with a snapshot that no candidate has.
pub fn unlinked(session: &Session, text: &str) -> Result<Answer> {
    let found = accounts::unlinked(&session.store, session.viewer, text)?;
    let row = |one: &Account| {
        let number = one.github_id.clone().unwrap_or_else(|| "unknown".into());
        [one.login.clone(), one.host.clone(), number, one.id.to_string()]
    };
    let rows: Vec<_> = found.iter().map(row).collect();
    Ok(Answer::of("accounts", &found, table(["login", "host", "number", "id"], &rows, "None.")))
}
