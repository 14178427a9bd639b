//! `assay account`: accounts that matter here, and joining those known by their login only.

use assay_engine::accounts::{self, Account as Told, AccountQuery};
use clap::Subcommand;

use crate::failure::{Failure, Result};
use crate::output::{Answer, list_or, table};
use crate::session::Session;

/// Commands on accounts.
#[derive(Debug, Subcommand)]
pub enum Account {
    /// Accounts with a snapshot, a candidate or a join, with every login they were seen under
    List {
        /// A part of a login, present or former
        #[arg(default_value = "")]
        text: String,
        /// Only those whose number is not known
        #[arg(long)]
        login_only: bool,
    },
    /// Say that an account known by its login only is the same person's as one with a number
    Join {
        /// The one known by its login only: login or id
        login_only: String,
        /// The one with a number: login, number or id
        into: String,
    },
    /// Take a join back
    Separate {
        /// The one known by its login only: login or id
        login_only: String,
    },
}

/// Runs one.
pub fn run(session: &Session, command: Account) -> Result<Answer> {
    let (store, viewer, now) = (&session.store, session.viewer, session.now());
    match command {
        Account::List { text, login_only } => {
            let found = accounts::list(store, viewer, &AccountQuery { text, login_only })?;
            Ok(Answer::of("accounts", &found, shown(&found)))
        }
        Account::Join { login_only, into } => {
            let from = find(session, &login_only, |one| one.github_id.is_none())?;
            let to = find(session, &into, |one| one.github_id.is_some())?;
            let done = accounts::join(store, viewer, now, from.id, to.id)?;
            let text = format!(
                "{} on {} is the same person's account as {} (#{}).",
                from.login,
                from.host,
                to.login,
                to.github_id.as_deref().unwrap_or_default()
            );
            Ok(Answer::done("account", &done, text))
        }
        Account::Separate { login_only } => {
            let from = find(session, &login_only, |one| one.joined_to.is_some())?;
            let done = accounts::separate(store, viewer, now, from.id)?;
            Ok(Answer::done("account", &done, format!("{} stands for itself again.", from.login)))
        }
    }
}

/// An account by login, number or id, of those that fit.
fn find(session: &Session, text: &str, fits: impl Fn(&Told) -> bool) -> Result<Told> {
    let wanted = text.trim().trim_start_matches(['@', '#']).to_lowercase();
    let is_meant = |one: &Told| {
        one.login.to_lowercase() == wanted
            || one.github_id.as_deref() == Some(wanted.as_str())
            || one.id.to_string() == wanted
    };
    let all = accounts::list(&session.store, session.viewer, &AccountQuery::default())?;
    let meant: Vec<Told> = all.into_iter().filter(|one| is_meant(one) && fits(one)).collect();
    match meant.as_slice() {
        [one] => Ok(one.clone()),
        [] => Err(Failure::refused(
            format!("there is no such account {text} here"),
            "`assay account list` shows the accounts, `--login-only` those without a number.",
        )),
        several => {
            let ids: Vec<String> =
                several.iter().map(|one| format!("{}  {} on {}", one.id, one.login, one.host)).collect();
            Err(Failure::refused(
                format!("{text} means more than one account:\n    {}", ids.join("\n    ")),
                "Give the id.",
            ))
        }
    }
}

fn shown(accounts: &[Told]) -> String {
    let row = |one: &Told| {
        let number = one.github_id.clone().unwrap_or_else(|| "unknown".into());
        let joined = one.joined_to.and_then(|id| accounts.iter().find(|other| other.id == id));
        [
            one.login.clone(),
            one.host.clone(),
            number,
            list_or(&one.former_logins, ""),
            joined.map_or_else(String::new, |other| format!("joined to {}", other.login)),
            if one.candidate_id.is_some() { "yes" } else { "no" }.to_owned(),
            one.id.to_string(),
        ]
    };
    let rows: Vec<_> = accounts.iter().map(row).collect();
    table(["login", "host", "number", "formerly", "join", "candidate", "id"], &rows, "None.")
}
