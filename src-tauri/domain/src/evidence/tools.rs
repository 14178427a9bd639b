//! What the facts share: whose record it is, evidence, medians, words for numbers.

use crate::ids::EvidenceId;
use crate::import::{AccountRef, Record, RepoRef};

use super::EVIDENCE_MAX;

/// Records that a fact was computed from, capped, with the full count.
#[derive(Debug, Default)]
pub struct Evidence {
    /// The first of them.
    pub ids: Vec<EvidenceId>,
    /// All of them.
    pub total: u32,
}

impl Evidence {
    /// Takes one more record.
    pub fn add(&mut self, id: EvidenceId) {
        self.total = self.total.saturating_add(1);
        if self.ids.len() < EVIDENCE_MAX {
            self.ids.push(id);
        }
    }

    /// All of some records.
    pub fn of(ids: impl IntoIterator<Item = EvidenceId>) -> Self {
        let mut evidence = Evidence::default();
        ids.into_iter().for_each(|id| evidence.add(id));
        evidence
    }
}

/// Whether two references mean one account: by id where both have one (logins pass to other people), by login otherwise.
pub fn same(a: &AccountRef, b: &AccountRef) -> bool {
    let logins = || a.login.eq_ignore_ascii_case(&b.login);
    a.host == b.host && a.id.zip(b.id).map_or_else(logins, |(a, b)| a == b)
}

/// Whether an account, where there is one, is the subject.
pub fn by(subject: &AccountRef, author: Option<&AccountRef>) -> bool {
    author.is_some_and(|author| same(subject, author))
}

/// Whether the repository stands under the subject's login.
pub fn owns(subject: &AccountRef, repo: &RepoRef) -> bool {
    repo.host == subject.host && repo.owner.eq_ignore_ascii_case(&subject.login)
}

/// A repository's name as a key: GitHub's names do not differ by case alone.
pub fn key(repo: &RepoRef) -> String {
    format!("{}/{}", repo.host, repo.full_name()).to_lowercase()
}

/// Whether the record says that the subject has nothing of a kind, in no repository in particular.
pub fn none_of(record: &Record, kind: &str) -> bool {
    matches!(record, Record::Nothing { of, repo: None } if of == kind)
}

/// The median; of an even number the mean of the middle two.
pub fn median(values: &mut [f64]) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    if values.len() % 2 == 1 {
        return values.get(middle).copied();
    }
    Some((values.get(middle.checked_sub(1)?)? + values.get(middle)?) / 2.0)
}

/// The beginning of a text, as much as is quoted: 600 characters.
pub fn excerpt(text: &str) -> String {
    const MOST: usize = 600;
    let text = text.trim();
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
