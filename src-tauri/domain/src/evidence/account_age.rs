//! Fact `account-age`: since when the account exists.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::tools::{Evidence, same};
use super::{Definition, Fact, FactState, FactValue};
use crate::ids::EvidenceId;
use crate::import::{AccountRef, Record};

pub(super) const FACT: Definition = Definition {
    id: "account-age",
    version: 1,
    title: "Account since",
    definition: "The day on which the account was made, as its profile says.",
    not_meaning: "Not the length of a career: people start, change and leave accounts for many reasons.",
    json: "{created_on: \"YYYY-MM-DD\"}",
    start: || Box::new(AccountAge::default()),
};

#[derive(Default)]
struct AccountAge {
    created: Option<(DateTime<Utc>, EvidenceId)>,
}

impl Fact for AccountAge {
    fn observe(&mut self, subject: &AccountRef, id: EvidenceId, record: &Record) {
        if let Record::Subject(profile) = record
            && same(subject, &profile.account)
            && let Some(at) = profile.created_at.value()
        {
            self.created = Some((*at, id));
        }
    }

    fn finish(self: Box<Self>) -> FactValue {
        let Some((at, id)) = self.created else { return FactValue::absent() };
        let day = at.date_naive().to_string();
        FactValue::told(FactState::Known, json!({ "created_on": day }), day, Evidence::of([id]))
    }
}
