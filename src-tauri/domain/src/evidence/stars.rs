//! Fact `stars`: stars on the subject's own repositories, forks excluded.

use crate::words::counted;
use std::collections::BTreeMap;

use serde_json::json;

use super::repo_book::{given, reference};
use super::tools::{Evidence, key, none_of, same};
use super::{Definition, Fact, FactState, FactValue};
use crate::ids::EvidenceId;
use crate::import::{AccountRef, Record};

pub(super) const FACT: Definition = Definition {
    id: "stars",
    version: 1,
    title: "Stars",
    definition: "Sum of the stars on the repositories in this snapshot whose owner is the subject and that are known not to be forks.",
    not_meaning: "Popularity, not quality: it depends on topic, age and luck, and can be bought.",
    json: "{stars, repositories: numbers}",
    start: || Box::new(Stars::default()),
};

#[derive(Default)]
struct Stars {
    repos: BTreeMap<String, (u64, EvidenceId)>,
    none: Option<EvidenceId>,
}

impl Fact for Stars {
    fn observe(&mut self, subject: &AccountRef, id: EvidenceId, record: &Record) {
        if let Record::Repository(repository) = record
            && same(subject, &repository.owner)
            && given(&repository.fork) == Some(false)
            && let Some(stars) = given(&repository.stars)
        {
            self.repos.insert(key(&reference(repository)), (stars, id));
        } else if none_of(record, "repositories") {
            self.none = Some(id);
        }
    }

    fn finish(self: Box<Self>) -> FactValue {
        let sum = self.repos.values().fold(0_u64, |sum, (stars, _)| sum.saturating_add(*stars));
        let value = json!({ "stars": sum, "repositories": self.repos.len() });
        let mut evidence = Evidence::of(self.repos.values().map(|(_, id)| *id));
        let text = format!("{sum} on {}", counted(self.repos.len(), "own repository", "own repositories"));
        match self.none {
            Some(id) if self.repos.is_empty() => {
                evidence.add(id);
                FactValue::told(FactState::Zero, value, text, evidence)
            }
            None if self.repos.is_empty() => FactValue::absent(),
            _ if sum == 0 => FactValue::told(FactState::Zero, value, text, evidence),
            _ => FactValue::told(FactState::Known, value, text, evidence),
        }
    }
}
