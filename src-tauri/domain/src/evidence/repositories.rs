//! Fact `repositories`: the subject's own repositories, forks apart.

use std::collections::BTreeSet;

use serde_json::json;

use super::repo_book::{RepoBook, given};
use super::tools::{Evidence, none_of, same};
use super::{Definition, Fact, FactState, FactValue};
use crate::ids::EvidenceId;
use crate::import::{AccountRef, Record};

pub(super) const FACT: Definition = Definition {
    id: "repositories",
    version: 1,
    title: "Repositories",
    definition: "Repositories in this snapshot whose owner is the subject: forks, others, and those of which it is not told. Beside it GitHub's own count of public repositories, where the profile gives it.",
    not_meaning: "Not how much somebody works: private and paid work is invisible here.",
    json: "{own, forks, fork_not_told, archived: numbers; listed: number or null; github_count: number or null}",
    start: || Box::new(Repositories::default()),
};

#[derive(Default)]
struct Repositories {
    book: RepoBook,
    archived: BTreeSet<String>,
    claimed: Option<(u64, EvidenceId)>,
    none: Option<EvidenceId>,
}

impl Fact for Repositories {
    fn observe(&mut self, subject: &AccountRef, id: EvidenceId, record: &Record) {
        match record {
            Record::Repository(repository) => {
                let key = self.book.note(subject, id, repository);
                if same(subject, &repository.owner) && given(&repository.archived) == Some(true) {
                    self.archived.insert(key);
                }
            }
            Record::Subject(profile) if same(subject, &profile.account) => {
                self.claimed = given(&profile.public_repos).map(|count| (count, id)).or(self.claimed);
            }
            _ if none_of(record, "repositories") => self.none = Some(id),
            _ => {}
        }
    }

    fn finish(self: Box<Self>) -> FactValue {
        let claimed = self.claimed.map(|(count, _)| count);
        let own: Vec<_> = self.book.own().collect();
        let forks = own.iter().filter(|entry| entry.fork == Some(true)).count();
        let untold = own.iter().filter(|entry| entry.fork.is_none()).count();
        let value = json!({
            "own": own.len() - forks - untold, "forks": forks, "fork_not_told": untold,
            "archived": self.archived.len(), "listed": own.len(), "github_count": claimed,
        });
        let mut evidence = Evidence::of(own.iter().filter_map(|entry| entry.record));
        self.claimed.iter().for_each(|(_, id)| evidence.add(*id));
        if !own.is_empty() {
            let mut text = format!("{} own, {forks} forks", own.len() - forks - untold);
            if untold > 0 {
                text.push_str(&format!(", {untold} of which it is not told whether they are forks"));
            }
            if let Some(claimed) = claimed {
                text.push_str(&format!("; GitHub counted {claimed} public"));
            }
            return FactValue::told(FactState::Known, value, text, evidence);
        }
        self.none.iter().for_each(|id| evidence.add(*id));
        match claimed {
            Some(count) if count > 0 => {
                let value = json!({ "listed": null, "github_count": count });
                let text = format!("GitHub counted {count} public; none of them is in this snapshot");
                FactValue::told(FactState::Known, value, text, evidence)
            }
            Some(_) => FactValue::told(FactState::Zero, value, "0".to_owned(), evidence),
            None if self.none.is_some() => FactValue::told(FactState::Zero, value, "0".to_owned(), evidence),
            None => FactValue::absent(),
        }
    }
}
