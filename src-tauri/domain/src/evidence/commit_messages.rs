//! Fact `commit-messages`: commits whose message says more than its subject line.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::tools::{Evidence, by, excerpt, none_of};
use super::{Definition, Fact, FactState, FactValue};
use crate::ids::EvidenceId;
use crate::import::{AccountRef, Commit, Record, RepoRef};

pub(super) const FACT: Definition = Definition {
    id: "commit-messages",
    version: 2,
    title: "Commit messages with a why",
    definition: "Of the commits in this snapshot whose author is the subject (merges excluded): how many have a subject line, and how many a text below it other than trailers. The first of the latter are quoted.",
    not_meaning: "A text is not yet a reason, and small changes need none: read them. Teams differ in what they ask for.",
    json: "{commits, with_subject, with_body: numbers; share: with_body of commits, or null; quoted: up to 5 of {evidence: id, repository, sha, message}}",
    start: || Box::new(CommitMessages::default()),
};

/// Messages that the value quotes.
const QUOTED: usize = 5;

#[derive(Default)]
struct CommitMessages {
    seen: BTreeSet<String>,
    with_subject: usize,
    with_body: Evidence,
    quoted: Vec<Value>,
    plain: Evidence,
    none: Option<EvidenceId>,
}

impl Fact for CommitMessages {
    fn observe(&mut self, subject: &AccountRef, id: EvidenceId, record: &Record) {
        match record {
            Record::Commit(commit) if counts(subject, commit) && self.seen.insert(commit.sha.clone()) => {
                let mut lines = commit.message.trim_end().lines();
                self.with_subject += usize::from(lines.next().is_some_and(|line| !line.trim().is_empty()));
                if lines.any(says_something) {
                    self.with_body.add(id);
                    if self.quoted.len() < QUOTED {
                        self.quoted.push(quote(id, commit));
                    }
                } else {
                    self.plain.add(id);
                }
            }
            _ if none_of(record, "commits") => self.none = Some(id),
            _ => {}
        }
    }

    fn finish(self: Box<Self>) -> FactValue {
        let commits = self.seen.len();
        let bodies = self.with_body.total;
        let share = share(bodies, commits);
        let value = json!({
            "commits": commits, "with_subject": self.with_subject, "with_body": bodies, "share": share, "quoted": self.quoted,
        });
        if commits == 0 {
            return self.none.map_or_else(FactValue::absent, |id| {
                FactValue::told(FactState::Zero, value, "no commits".to_owned(), Evidence::of([id]))
            });
        }
        let text = format!("{bodies} of {commits} commits ({:.0}%)", 100.0 * share.unwrap_or_default());
        let mut evidence = Evidence::of(self.with_body.ids.into_iter().chain(self.plain.ids));
        evidence.total = bodies.saturating_add(self.plain.total);
        let state = if bodies == 0 { FactState::Zero } else { FactState::Known };
        FactValue::told(state, value, text, evidence)
    }
}

fn quote(id: EvidenceId, commit: &Commit) -> Value {
    json!({
        "evidence": id, "repository": commit.repo.as_ref().map(RepoRef::full_name), "sha": commit.sha,
        "message": excerpt(&commit.message),
    })
}

fn counts(subject: &AccountRef, commit: &Commit) -> bool {
    by(subject, commit.author.as_ref()) && commit.parents.is_none_or(|parents| parents < 2)
}

/// Whether a line below the subject is text: not empty, no trailer (`Word-word: ...`, as git interpret-trailers has them).
fn says_something(line: &str) -> bool {
    let line = line.trim();
    let trailer = line.split_once(": ").is_some_and(|(name, _)| {
        name.contains('-') && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    });
    line.chars().any(char::is_alphanumeric) && !trailer
}

#[expect(clippy::cast_precision_loss, reason = "numbers of commits in a snapshot are far below 2^52")]
fn share(part: u32, all: usize) -> Option<f64> {
    (all > 0).then(|| f64::from(part) / all as f64)
}
