//! Whom an input without a subject is about, as far as its records tell: who acted in its events, else who owns its
//! repositories. A git clone tells neither: whoever owns the place it came from need not be the one it is about.

use std::collections::BTreeSet;

use assay_domain::import::{AccountKind, AccountRef, Record};

/// Beyond so many accounts an input is about nobody in particular.
const MOST: usize = 50;

/// What the records of an input tell so far.
#[derive(Default)]
pub(super) struct About {
    /// Whether there is any work in it, and not only accounts.
    pub work: bool,
    actors: BTreeSet<AccountRef>,
    owners: BTreeSet<AccountRef>,
}

impl About {
    /// Looks at one record.
    pub fn observe(&mut self, record: &Record) {
        let (accounts, account) = match record {
            Record::Event(event) => (&mut self.actors, event.actor.as_ref()),
            Record::Repository(repository) => (&mut self.owners, Some(&repository.owner)),
            _ => (&mut self.actors, None),
        };
        if let Some(account) = account.filter(|_| accounts.len() <= MOST) {
            accounts.insert(account.clone());
        }
        let beside = matches!(
            record,
            Record::Account { .. } | Record::Nothing { .. } | Record::Starred(_) | Record::Subject(_)
        );
        self.work |= !beside;
    }

    /// The accounts it is about, each once; none where that is nobody in particular. `git`: whether it is a repository's own
    /// history.
    pub fn accounts(&self, git: bool) -> Vec<AccountRef> {
        let told = if self.actors.is_empty() { &self.owners } else { &self.actors };
        if git || told.len() > MOST {
            return Vec::new();
        }
        told.iter().filter(|one| !has_better(told, one)).cloned().collect()
    }
}

/// Whether another of them is the same account, told better: with a number, or with what it is.
fn has_better(all: &BTreeSet<AccountRef>, one: &AccountRef) -> bool {
    let same = |other: &&AccountRef| {
        other.host == one.host
            && match (other.id, one.id) {
                (Some(a), Some(b)) => a == b,
                (Some(_), None) => other.login.eq_ignore_ascii_case(&one.login),
                (None, Some(_)) => false,
                (None, None) => other.login.eq_ignore_ascii_case(&one.login),
            }
    };
    let rank = |one: &AccountRef| (one.id.is_some(), one.kind != AccountKind::Unknown);
    all.iter().filter(same).any(|other| other != one && (rank(other), other) > (rank(one), one))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn account(id: Option<u64>, login: &str, kind: AccountKind) -> AccountRef {
        AccountRef { host: "github.com".into(), id, login: login.into(), kind }
    }

    #[test]
    fn one_account_told_in_several_ways_is_one() {
        let (user, unknown) = (AccountKind::User, AccountKind::Unknown);
        let mut about = About::default();
        for one in
            [account(None, "Ada", unknown), account(Some(1), "ada", unknown), account(Some(1), "ada", user)]
        {
            about.owners.insert(one);
        }
        assert_eq!(about.accounts(false), [account(Some(1), "ada", user)]);
        assert!(about.accounts(true).is_empty());
        about.owners.insert(account(Some(2), "bo", user));
        assert_eq!(about.accounts(false).len(), 2);
        about.actors.insert(account(None, "cy", unknown));
        assert_eq!(about.accounts(false), [account(None, "cy", unknown)]);
    }
}
