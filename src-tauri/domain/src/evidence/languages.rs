//! Fact `languages`: languages by bytes, or the main languages of repositories where no bytes are told.

use crate::words::counted;
use std::collections::BTreeMap;

use serde_json::json;

use super::repo_book::{RepoBook, keyed};
use super::tools::{Evidence, none_of, same};
use super::{Definition, Fact, FactState, FactValue};
use crate::ids::EvidenceId;
use crate::import::{AccountRef, Record, Seen};

pub(super) const FACT: Definition = Definition {
    id: "languages",
    version: 1,
    title: "Languages",
    definition: "Bytes by language, summed over the repositories in this snapshot for which GitHub tells them, known forks excluded. Where no bytes are told: the number of own repositories by main language, forks excluded.",
    not_meaning: "Not skill, and not authorship: bytes count generated and copied files, and code by others in the same repository.",
    json: "{unit: \"bytes\" or \"repositories\"; languages: {NAME: number}; repositories: number; repositories_of_others: number, with bytes only}",
    start: || Box::new(Languages::default()),
};

#[derive(Default)]
struct Languages {
    book: RepoBook,
    bytes: BTreeMap<String, (BTreeMap<String, u64>, EvidenceId)>,
    main: BTreeMap<String, (String, EvidenceId)>,
    none: Option<EvidenceId>,
}

impl Fact for Languages {
    fn observe(&mut self, subject: &AccountRef, id: EvidenceId, record: &Record) {
        match record {
            Record::Languages { repo, bytes } => {
                let key = keyed(&mut self.book, subject, repo.as_ref());
                // Bodies that name no repository are each another one.
                let key = if repo.is_none() { format!("?{id}") } else { key };
                self.bytes.insert(key, (bytes.clone(), id));
            }
            Record::Repository(repository) => {
                let key = self.book.note(subject, id, repository);
                if let Seen::Value(language) = &repository.language
                    && same(subject, &repository.owner)
                {
                    self.main.insert(key, (language.clone(), id));
                }
            }
            _ if none_of(record, "repositories") => self.none = Some(id),
            _ => {}
        }
    }

    fn finish(mut self: Box<Self>) -> FactValue {
        let book = std::mem::take(&mut self.book);
        self.bytes.retain(|key, _| !book.is_fork(key));
        self.main.retain(|key, _| !book.is_fork(key));
        if !self.bytes.is_empty() {
            return self.by_bytes(&book);
        }
        if !self.main.is_empty() {
            return self.by_repository();
        }
        let value = json!({ "unit": "bytes", "languages": {}, "repositories": 0 });
        self.none.map_or_else(FactValue::absent, |id| {
            FactValue::told(FactState::Zero, value, "none: no repositories".to_owned(), Evidence::of([id]))
        })
    }
}

impl Languages {
    fn by_bytes(&self, book: &RepoBook) -> FactValue {
        let mut totals = BTreeMap::<&str, u64>::new();
        for (language, bytes) in self.bytes.values().flat_map(|(languages, _)| languages) {
            let total = totals.entry(language).or_default();
            *total = total.saturating_add(*bytes);
        }
        let others = self.bytes.keys().filter(|key| book.get(key).is_some_and(|entry| !entry.own)).count();
        let value = json!({
            "unit": "bytes", "languages": totals, "repositories": self.bytes.len(), "repositories_of_others": others,
        });
        let over = counted(self.bytes.len(), "repository", "repositories");
        let mut text = format!("{} (bytes over {over}", shares(&totals));
        if others > 0 {
            text.push_str(&format!(", {others} owned by somebody else"));
        }
        text.push(')');
        let state = if totals.values().all(|bytes| *bytes == 0) { FactState::Zero } else { FactState::Known };
        FactValue::told(state, value, text, Evidence::of(self.bytes.values().map(|(_, id)| *id)))
    }

    fn by_repository(&self) -> FactValue {
        let mut totals = BTreeMap::<&str, u64>::new();
        for (language, _) in self.main.values() {
            *totals.entry(language).or_default() += 1;
        }
        let value = json!({ "unit": "repositories", "languages": totals, "repositories": self.main.len() });
        let each: Vec<String> =
            ranked(&totals).iter().map(|(name, count)| format!("{name} {count}")).collect();
        let text = format!(
            "{} (own repositories by main language; bytes are not in this snapshot)",
            each.join(", ")
        );
        FactValue::told(FactState::Known, value, text, Evidence::of(self.main.values().map(|(_, id)| *id)))
    }
}

fn ranked<'a>(totals: &BTreeMap<&'a str, u64>) -> Vec<(&'a str, u64)> {
    let mut ranked: Vec<_> = totals.iter().map(|(name, total)| (*name, *total)).collect();
    ranked.sort_by_key(|(name, total)| (std::cmp::Reverse(*total), *name));
    ranked
}

#[expect(clippy::cast_precision_loss, reason = "shares are shown to a tenth of a per cent")]
fn shares(totals: &BTreeMap<&str, u64>) -> String {
    let all = totals.values().fold(0.0, |sum, bytes| sum + *bytes as f64);
    if all == 0.0 {
        return "none".to_owned();
    }
    let ranked = ranked(totals);
    let share = |(name, bytes): &(&str, u64)| format!("{name} {:.1}%", 100.0 * *bytes as f64 / all);
    let mut shown: Vec<String> = ranked.iter().take(6).map(share).collect();
    if ranked.len() > 6 {
        shown.push(format!("{} more", ranked.len() - 6));
    }
    shown.join(", ")
}
