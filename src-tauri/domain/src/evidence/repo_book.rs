//! What the snapshot's repository records say about each repository, whatever the order in which records come.

use std::collections::BTreeMap;

use crate::ids::EvidenceId;
use crate::import::{AccountRef, Record, RepoRef, Repository, Seen};

use super::tools::{key, owns, same};

/// One repository, as far as a fact needs it.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    /// `owner/name`.
    pub name: String,
    /// Whether it is the subject's.
    pub own: bool,
    /// Whether it is a fork, where told.
    pub fork: Option<bool>,
    /// Its record, where there is one.
    pub record: Option<EvidenceId>,
}

/// Repositories by key.
#[derive(Debug, Default)]
pub struct RepoBook {
    entries: BTreeMap<String, Entry>,
}

impl RepoBook {
    /// Notes a repository record; gives its key.
    pub fn note(&mut self, subject: &AccountRef, id: EvidenceId, repository: &Repository) -> String {
        let repo = reference(repository);
        let entry = self.entry(subject, &repo);
        entry.own = same(subject, &repository.owner);
        entry.record = Some(id);
        entry.fork = repository.fork.value().copied().or(entry.fork);
        key(&repo)
    }

    /// Notes a record if it is a repository's.
    pub fn observe(&mut self, subject: &AccountRef, id: EvidenceId, record: &Record) {
        if let Record::Repository(repository) = record {
            self.note(subject, id, repository);
        }
    }

    /// The entry of a repository that some other record names.
    pub fn entry(&mut self, subject: &AccountRef, repo: &RepoRef) -> &mut Entry {
        self.entries.entry(key(repo)).or_insert_with(|| Entry {
            name: repo.full_name(),
            own: owns(subject, repo),
            ..Entry::default()
        })
    }

    /// What is known about a key.
    pub fn get(&self, key: &str) -> Option<&Entry> {
        self.entries.get(key)
    }

    /// Whether the key is known to be a fork.
    pub fn is_fork(&self, key: &str) -> bool {
        self.get(key).is_some_and(|entry| entry.fork == Some(true))
    }

    /// The subject's repositories that have a record.
    pub fn own(&self) -> impl Iterator<Item = &Entry> {
        self.entries.values().filter(|entry| entry.own && entry.record.is_some())
    }

    /// `owner/name` of a key; the name of one that no record names is not told by the source.
    pub fn name(&self, key: &str) -> &str {
        self.get(key).map_or("(repository not named)", |entry| entry.name.as_str())
    }
}

/// Key of records that name no repository.
pub const UNNAMED: &str = "";

/// The key of a repository that a record may name, noted in the book.
pub fn keyed(book: &mut RepoBook, subject: &AccountRef, repo: Option<&RepoRef>) -> String {
    repo.map_or_else(
        || UNNAMED.to_owned(),
        |repo| {
            book.entry(subject, repo);
            key(repo)
        },
    )
}

/// Which repository a record is.
pub fn reference(repository: &Repository) -> RepoRef {
    let owner = &repository.owner;
    RepoRef { host: owner.host.clone(), owner: owner.login.clone(), name: repository.name.clone() }
}

/// A value that the source gives; [`Seen::Empty`] and [`Seen::Absent`] are none.
pub fn given<T: Copy>(seen: &Seen<T>) -> Option<T> {
    seen.value().copied()
}
