//! Fact `maintenance-span`: how long the subject's own repositories were kept up.

use crate::words::counted;
use std::collections::BTreeMap;

use serde_json::json;

use super::repo_book::{given, reference};
use super::tools::{Evidence, key, median, same};
use super::{Definition, Fact, FactState, FactValue};
use crate::ids::EvidenceId;
use crate::import::{AccountRef, Record};

pub(super) const FACT: Definition = Definition {
    id: "maintenance-span",
    version: 1,
    title: "Maintenance span",
    definition: "For each own repository in this snapshot that is known not to be a fork: days from its creation to its last push. The longest, and the median with the number of repositories.",
    not_meaning: "Not effort and not continuity: there may be years between two pushes, and somebody else may have pushed.",
    json: "{longest_days, median_days, repositories: numbers; longest_repository: \"owner/name\"}",
    start: || Box::new(MaintenanceSpan::default()),
};

#[derive(Default)]
struct MaintenanceSpan {
    spans: BTreeMap<String, Span>,
}

struct Span {
    name: String,
    days: i64,
    id: EvidenceId,
}

impl Fact for MaintenanceSpan {
    fn observe(&mut self, subject: &AccountRef, id: EvidenceId, record: &Record) {
        let Record::Repository(repository) = record else { return };
        let dates = repository.created_at.value().zip(repository.pushed_at.value());
        if let Some((created, pushed)) = dates
            && same(subject, &repository.owner)
            && given(&repository.fork) == Some(false)
        {
            let repo = reference(repository);
            let days = (*pushed - *created).num_days().max(0);
            self.spans.insert(key(&repo), Span { name: repo.full_name(), days, id });
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "days between dates are far below 2^52")]
    fn finish(self: Box<Self>) -> FactValue {
        let Some(longest) = self.spans.values().max_by_key(|span| span.days) else {
            return FactValue::absent();
        };
        let mut days: Vec<f64> = self.spans.values().map(|span| span.days as f64).collect();
        let median = median(&mut days).unwrap_or_default();
        let value = json!({
            "longest_days": longest.days, "longest_repository": longest.name,
            "median_days": median, "repositories": days.len(),
        });
        let over = counted(days.len(), "repository", "repositories");
        let text =
            format!("longest {} days ({}); median {median} days over {over}", longest.days, longest.name);
        let state = if longest.days == 0 { FactState::Zero } else { FactState::Known };
        FactValue::told(state, value, text, Evidence::of(self.spans.values().map(|span| span.id)))
    }
}
