//! Fact `releases`: releases of the repositories in the snapshot.

use crate::words::counted;
use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use serde_json::json;

use super::repo_book::{RepoBook, keyed};
use super::tools::{Evidence, none_of};
use super::{Definition, Fact, FactState, FactValue};
use crate::ids::EvidenceId;
use crate::import::{AccountRef, Record};

pub(super) const FACT: Definition = Definition {
    id: "releases",
    version: 1,
    title: "Releases",
    definition: "Releases of the repositories in this snapshot, known forks excluded, each tag of a repository once, with the date of the newest. Zero where the source says so for every own repository in the snapshot.",
    not_meaning: "Not how often something was delivered: many projects release by tags, registries or deployment only.",
    json: "{releases, repositories: numbers; newest: \"YYYY-MM-DD\" or null}",
    start: || Box::new(Releases::default()),
};

/// When, where told, and the record.
type Published = (Option<DateTime<Utc>>, EvidenceId);

#[derive(Default)]
struct Releases {
    book: RepoBook,
    found: BTreeMap<(String, String), Published>,
    without: BTreeMap<String, EvidenceId>,
    none: Option<EvidenceId>,
}

impl Fact for Releases {
    fn observe(&mut self, subject: &AccountRef, id: EvidenceId, record: &Record) {
        match record {
            Record::Release(release) => {
                let key = keyed(&mut self.book, subject, release.repo.as_ref());
                self.found.insert((key, release.tag.clone()), (release.published_at, id));
            }
            Record::Nothing { of, repo: Some(repo) } if of == "releases" => {
                let key = keyed(&mut self.book, subject, Some(repo));
                self.without.insert(key, id);
            }
            _ if none_of(record, "releases") || none_of(record, "repositories") => self.none = Some(id),
            _ => self.book.observe(subject, id, record),
        }
    }

    fn finish(mut self: Box<Self>) -> FactValue {
        let book = std::mem::take(&mut self.book);
        self.found.retain(|(key, _), _| !book.is_fork(key));
        let repos: BTreeSet<&str> = self.found.keys().map(|(key, _)| key.as_str()).collect();
        let newest =
            self.found.values().filter_map(|(at, _)| *at).max().map(|at| at.date_naive().to_string());
        let value = json!({ "releases": self.found.len(), "repositories": repos.len(), "newest": newest });
        if self.found.is_empty() {
            let ids = self.without.values().copied().chain(self.none);
            let zero = || FactValue::told(FactState::Zero, value, "0".to_owned(), Evidence::of(ids));
            return if self.knows_none(&book) { zero() } else { FactValue::absent() };
        }
        let mut text = counted(self.found.len(), "release", "releases");
        text.push_str(&format!(" of {}", counted(repos.len(), "repository", "repositories")));
        if let Some(newest) = newest {
            text.push_str(&format!(", the newest on {newest}"));
        }
        FactValue::told(FactState::Known, value, text, Evidence::of(self.found.values().map(|(_, id)| *id)))
    }
}

impl Releases {
    /// Whether the source says of the whole snapshot that there is no release.
    fn knows_none(&self, book: &RepoBook) -> bool {
        let asked = |name: &str| self.without.keys().any(|key| book.name(key) == name);
        let every = book.own().filter(|entry| entry.fork != Some(true)).all(|entry| asked(&entry.name));
        self.none.is_some() || (!self.without.is_empty() && every)
    }
}
