//! Facts: what is computed from the records of one snapshot, each by a versioned definition.
//!
//! A fact is known, known to be zero, or not in the snapshot (law 1); a zero only where the source itself says so. Facts
//! are shown to people and feed nothing: no score, no rank, no streak, no activity total, no judgement of tone (law 3).
//! They are computed in a stream: hand every record to [`Facts::observe`], then ask [`Facts::finish`].
//!
//! To add a fact: one file here and one line in [`FACTS`].

use serde_json::Value;

use crate::ids::EvidenceId;
use crate::import::{AccountRef, Record};
use crate::words::words;

mod account_age;
mod commit_messages;
mod issues_answered;
mod languages;
mod maintenance_span;
mod page;
mod pull_requests_to_others;
mod readme;
mod releases;
mod repo_book;
mod repositories;
mod review_comments;
mod stars;
mod tests_and_ci;
mod tools;

pub use page::page;

/// Every fact, in the order in which they are shown.
pub const FACTS: &[Definition] = &[
    repositories::FACT,
    languages::FACT,
    readme::FACT,
    tests_and_ci::FACT,
    commit_messages::FACT,
    pull_requests_to_others::FACT,
    review_comments::FACT,
    issues_answered::FACT,
    releases::FACT,
    maintenance_span::FACT,
    stars::FACT,
    account_age::FACT,
];

/// Most records that a fact names as its evidence; the total is counted beyond.
pub const EVIDENCE_MAX: usize = 100;

words! {
    /// What a snapshot tells about a fact.
    FactState, "state of a fact" {
        /// It has a value.
        Known = "known",
        /// The source says that there is none.
        Zero = "zero",
        /// Not in this snapshot.
        Absent = "absent",
    }
}

/// What a fact is, and how it is started.
#[derive(Clone, Copy, Debug)]
pub struct Definition {
    /// Its id, as in JSON.
    pub id: &'static str,
    /// Raised whenever the same records could give another value.
    pub version: u32,
    /// Its name for people.
    pub title: &'static str,
    /// How it is computed.
    pub definition: &'static str,
    /// What must not be read into it.
    pub not_meaning: &'static str,
    /// Its value as JSON, where it is known or zero.
    pub json: &'static str,
    start: fn() -> Box<dyn Fact>,
}

/// A fact while the records stream by.
pub trait Fact: Send {
    /// Looks at one record of the snapshot of `subject`.
    fn observe(&mut self, subject: &AccountRef, id: EvidenceId, record: &Record);
    /// Gives the fact, after all records.
    fn finish(self: Box<Self>) -> FactValue;
}

/// What a snapshot tells.
#[derive(Clone, Debug, PartialEq)]
pub struct FactValue {
    /// In which of its states the fact is.
    pub state: FactState,
    /// The value as JSON; null where absent.
    pub value: Value,
    /// The value for people; empty where absent.
    pub text: String,
    /// Records it was computed from, at most [`EVIDENCE_MAX`].
    pub evidence: Vec<EvidenceId>,
    /// How many records it was computed from.
    pub evidence_total: u32,
}

impl FactValue {
    fn absent() -> Self {
        FactValue {
            state: FactState::Absent,
            value: Value::Null,
            text: String::new(),
            evidence: Vec::new(),
            evidence_total: 0,
        }
    }

    fn told(state: FactState, value: Value, text: String, evidence: tools::Evidence) -> Self {
        FactValue { state, value, text, evidence: evidence.ids, evidence_total: evidence.total }
    }
}

/// All facts of one snapshot, while its records stream by.
pub struct Facts {
    subject: AccountRef,
    running: Vec<Box<dyn Fact>>,
}

impl Facts {
    /// Starts every fact about `subject`.
    pub fn about(subject: AccountRef) -> Self {
        Facts { subject, running: FACTS.iter().map(|definition| (definition.start)()).collect() }
    }

    /// Shows one record to every fact.
    pub fn observe(&mut self, id: EvidenceId, record: &Record) {
        for fact in &mut self.running {
            fact.observe(&self.subject, id, record);
        }
    }

    /// Gives every fact with its definition, in the order of [`FACTS`].
    pub fn finish(self) -> Vec<(&'static Definition, FactValue)> {
        FACTS.iter().zip(self.running).map(|(definition, fact)| (definition, fact.finish())).collect()
    }
}

/// The definition of a fact by its id.
pub fn definition(id: &str) -> Option<&'static Definition> {
    FACTS.iter().find(|definition| definition.id == id)
}

#[cfg(test)]
#[path = "evidence/tests.rs"]
mod tests;
