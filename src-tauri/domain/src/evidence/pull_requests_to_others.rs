//! Fact `pull-requests-to-others`: the subject's pull requests to other people's repositories.

use std::collections::BTreeMap;

use serde_json::json;

use super::tools::{Evidence, by, key, none_of, owns};
use super::{Definition, Fact, FactState, FactValue};
use crate::ids::EvidenceId;
use crate::import::{AccountRef, PullState, Record};

pub(super) const FACT: Definition = Definition {
    id: "pull-requests-to-others",
    version: 1,
    title: "Pull requests to others",
    definition: "Pull requests in this snapshot whose author is the subject, to repositories that stand under another login: merged, closed, open, and closed without being told whether merged. Who merged them does not matter: merging somebody else's is not one's own.",
    not_meaning: "Counts, no rate: projects differ in what they take, and an organisation's repository may be the subject's own workplace.",
    json: "{merged, closed, open, closed_not_told: numbers}",
    start: || Box::new(PullRequests::default()),
};

#[derive(Default)]
struct PullRequests {
    /// By repository and number; a later record of one replaces the earlier.
    pulls: BTreeMap<(String, u64), (PullState, EvidenceId)>,
    none: Option<EvidenceId>,
}

impl Fact for PullRequests {
    fn observe(&mut self, subject: &AccountRef, id: EvidenceId, record: &Record) {
        match record {
            Record::PullRequest(pull) if by(subject, pull.author.as_ref()) && !owns(subject, &pull.repo) => {
                let new = (pull.state, id);
                let known = self.pulls.entry((key(&pull.repo), pull.number)).or_insert(new);
                if settled(pull.state) >= settled(known.0) {
                    *known = new;
                }
            }
            _ if none_of(record, "pull-requests") || none_of(record, "pull-requests-to-others") => {
                self.none = Some(id);
            }
            _ => {}
        }
    }

    fn finish(self: Box<Self>) -> FactValue {
        let of = |state| self.pulls.values().filter(|(known, _)| *known == state).count();
        let (merged, closed) = (of(PullState::Merged), of(PullState::Closed));
        let (open, untold) = (of(PullState::Open), of(PullState::ClosedUnknown));
        let value = json!({ "merged": merged, "closed": closed, "open": open, "closed_not_told": untold });
        if self.pulls.is_empty() {
            return self.none.map_or_else(FactValue::absent, |id| {
                FactValue::told(FactState::Zero, value, "0".to_owned(), Evidence::of([id]))
            });
        }
        let mut text = format!("{merged} merged, {closed} closed, {open} open");
        if untold > 0 {
            text.push_str(&format!(", {untold} closed (not told whether merged)"));
        }
        FactValue::told(FactState::Known, value, text, Evidence::of(self.pulls.values().map(|(_, id)| *id)))
    }
}

/// How final a state is: several records of one pull request (an event when it was opened, another when it was merged)
/// are one pull request in its last state.
fn settled(state: PullState) -> u8 {
    match state {
        PullState::Open => 0,
        PullState::ClosedUnknown => 1,
        PullState::Closed => 2,
        PullState::Merged => 3,
    }
}
