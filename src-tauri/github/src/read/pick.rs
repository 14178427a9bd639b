//! Of everybody's events, those of the chosen accounts.

use std::collections::{BTreeMap, BTreeSet};

use assay_domain::import::{AccountKind, AccountRef, Profile, Record, Seen};

use super::feed::Happened;
use crate::options::{Chosen, Options};

/// Names that a sentence of the report holds at most.
const NAMED: usize = 5;

/// Picks, and remembers whom it met.
#[derive(Default)]
pub(super) struct Picker {
    /// Those met, by login in lower case: their numbers (none: the data give logins only).
    met: BTreeMap<String, BTreeSet<Option<u64>>>,
    introduced: BTreeSet<(String, Option<u64>, String)>,
    kept: usize,
}

impl Picker {
    /// The records of an event that belong to chosen accounts: what they did, and what they wrote where somebody else
    /// acted on it (their pull request, merged by another). Each account is introduced as a subject before its first.
    pub(super) fn pick(&mut self, happened: Happened, options: &Options) -> Vec<Record> {
        let theirs = happened.actor.as_ref().filter(|actor| options.chose(actor));
        if let Some(actor) = theirs {
            self.kept += 1;
            self.meet(actor);
        }
        let mut picked = Vec::new();
        for record in happened.records {
            let author = written_by(&record);
            let written = author.filter(|author| options.chose(author)).cloned();
            // Authors of pushed commits are not told; the push is its actor's.
            let part_of_theirs = author.is_none() && theirs.is_some() && whole_without_author(&record);
            if written.is_none() && !part_of_theirs {
                continue;
            }
            if let Some(subject) = written.as_ref().or(theirs) {
                self.meet(subject);
                let told = happened.profile.as_deref().filter(|told| told.account == *subject);
                picked.extend(self.introduce(subject, told));
            }
            picked.push(record);
        }
        picked
    }

    fn meet(&mut self, account: &AccountRef) {
        self.met.entry(account.login.to_ascii_lowercase()).or_default().insert(account.id);
    }

    /// The account as a subject, once.
    fn introduce(&mut self, account: &AccountRef, told: Option<&Profile>) -> Option<Record> {
        let login = account.id.map_or_else(|| account.login.to_ascii_lowercase(), |_| String::new());
        let fresh = self.introduced.insert((account.host.clone(), account.id, login));
        fresh.then(|| Record::Subject(Box::new(told.cloned().unwrap_or_else(|| bare(account)))))
    }

    /// What is to be said of it at the end, `events` being how many there were.
    pub(super) fn remarks(&self, events: usize, options: &Options) -> Vec<String> {
        let mut remarks =
            vec![format!("{events} events in all, {} of them by the accounts chosen", self.kept)];
        let passed: Vec<&String> = self
            .met
            .iter()
            .filter(|(_, ids)| ids.iter().flatten().count() > 1)
            .map(|(login, _)| login)
            .collect();
        for login in passed.iter().take(NAMED) {
            let ids = self.met.get(*login).into_iter().flatten().flatten();
            let ids: Vec<String> = ids.map(|id| format!("id:{id}")).collect();
            remarks.push(format!(
                "the login {login} passed to another account, so these are {} people: choose {}",
                ids.len(),
                ids.join(" or ")
            ));
        }
        let missing: Vec<String> =
            options.accounts.iter().filter(|chosen| !self.found(chosen)).map(ToString::to_string).collect();
        if !missing.is_empty() {
            let more = missing.len().saturating_sub(NAMED);
            let mut names = missing.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
            if more > 0 {
                names += &format!(" and {more} more");
            }
            let old = missing.iter().any(|name| name.starts_with("id:"));
            let hint = if old { " (before 2015 the archive has logins only)" } else { "" };
            remarks.push(format!("nothing in it of {names}{hint}"));
        }
        remarks
    }

    fn found(&self, chosen: &Chosen) -> bool {
        match chosen {
            Chosen::Login(login) => self.met.contains_key(login),
            Chosen::Id(id) => self.met.values().any(|ids| ids.contains(&Some(*id))),
        }
    }
}

/// Whose the record is: who wrote it, not who acted on it.
fn written_by(record: &Record) -> Option<&AccountRef> {
    match record {
        Record::Event(event) => event.actor.as_ref(),
        Record::PullRequest(pull) => pull.author.as_ref(),
        Record::Issue(issue) => issue.author.as_ref(),
        Record::Comment(comment) => comment.author.as_ref(),
        Record::Release(release) => release.author.as_ref(),
        _ => None,
    }
}

/// Records that come with a person's event without an author of their own.
fn whole_without_author(record: &Record) -> bool {
    matches!(record, Record::Commit(_) | Record::Release(_))
}

/// A profile of which only the account is known. Organisations do not act, so whoever acts is a user or a bot.
fn bare(account: &AccountRef) -> Profile {
    let kind = if account.kind == AccountKind::Unknown { AccountKind::User } else { account.kind };
    Profile {
        account: AccountRef { kind, ..account.clone() },
        kind,
        name: Seen::Absent,
        bio: Seen::Absent,
        company: Seen::Absent,
        location: Seen::Absent,
        email: Seen::Absent,
        blog: Seen::Absent,
        hireable: Seen::Absent,
        public_repos: Seen::Absent,
        followers: Seen::Absent,
        following: Seen::Absent,
        created_at: Seen::Absent,
        updated_at: Seen::Absent,
        suspended: Seen::Absent,
    }
}
