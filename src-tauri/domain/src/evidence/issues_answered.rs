//! Fact `issues-answered`: issues of other people in the subject's own repositories that the subject answered, and how soon.

use crate::words::counted;
use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde_json::json;

use super::tools::{Evidence, by, key, median, owns, same};
use super::{Definition, Fact, FactState, FactValue};
use crate::ids::EvidenceId;
use crate::import::{AccountRef, CommentKind, Record};

pub(super) const FACT: Definition = Definition {
    id: "issues-answered",
    version: 1,
    title: "Issues answered",
    definition: "Issues in this snapshot that other people opened in the subject's own repositories, and on which the subject commented: how many, and the median time from opening to the first such comment, with the number of issues that it rests on.",
    not_meaning: "Not helpfulness: an answer elsewhere, by somebody else or by a fix is not seen, and nobody owes one.",
    json: "{answered, issues: numbers; median_hours: number or null; n: issues the median rests on}",
    start: || Box::new(IssuesAnswered::default()),
};

#[derive(Default)]
struct IssuesAnswered {
    issues: BTreeMap<(String, u64), Issue>,
    answers: BTreeMap<(String, u64), Answer>,
}

struct Issue {
    opened: Option<DateTime<Utc>>,
    uncommented: bool,
    id: EvidenceId,
}

struct Answer {
    at: Option<DateTime<Utc>>,
    id: EvidenceId,
}

impl Fact for IssuesAnswered {
    fn observe(&mut self, subject: &AccountRef, id: EvidenceId, record: &Record) {
        match record {
            Record::Issue(issue) if owns(subject, &issue.repo) => {
                let by_another = issue.author.as_ref().is_some_and(|author| !same(subject, author));
                if by_another {
                    let uncommented = issue.comments == Some(0);
                    let entry = Issue { opened: issue.created_at, uncommented, id };
                    self.issues.insert((key(&issue.repo), issue.number), entry);
                }
            }
            Record::Comment(comment) if comment.kind == CommentKind::Issue => {
                if let Some((repo, number)) = comment.repo.as_ref().zip(comment.number)
                    && by(subject, comment.author.as_ref())
                {
                    self.answer((key(repo), number), Answer { at: comment.created_at, id });
                }
            }
            _ => {}
        }
    }

    fn finish(self: Box<Self>) -> FactValue {
        let answered: Vec<_> =
            self.issues.iter().filter_map(|(place, issue)| Some((issue, self.answers.get(place)?))).collect();
        let mut hours: Vec<f64> =
            answered.iter().filter_map(|(issue, answer)| waited(issue, answer)).collect();
        let middle = median(&mut hours);
        let value = json!({
            "answered": answered.len(), "issues": self.issues.len(), "median_hours": middle, "n": hours.len(),
        });
        if answered.is_empty() {
            let certain = !self.issues.is_empty() && self.issues.values().all(|issue| issue.uncommented);
            let evidence = Evidence::of(self.issues.values().map(|issue| issue.id));
            let text = format!("0 of {}", counted(self.issues.len(), "issue", "issues"));
            return if certain {
                FactValue::told(FactState::Zero, value, text, evidence)
            } else {
                FactValue::absent()
            };
        }
        let mut text = format!("{} of {}", answered.len(), counted(self.issues.len(), "issue", "issues"));
        if let Some(middle) = middle {
            text.push_str(&format!("; median {} (n = {})", duration(middle), hours.len()));
        }
        let evidence = Evidence::of(answered.iter().flat_map(|(issue, answer)| [issue.id, answer.id]));
        FactValue::told(FactState::Known, value, text, evidence)
    }
}

impl IssuesAnswered {
    /// Keeps the earliest answer; one with a date before one without.
    fn answer(&mut self, place: (String, u64), new: Answer) {
        let earlier = |known: &Answer| new.at.is_some_and(|at| known.at.is_none_or(|other| at < other));
        if self.answers.get(&place).is_none_or(earlier) {
            self.answers.insert(place, new);
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "minutes between dates are far below 2^52")]
fn waited(issue: &Issue, answer: &Answer) -> Option<f64> {
    let minutes = (answer.at? - issue.opened?).num_minutes();
    (minutes >= 0).then_some(minutes as f64 / 60.0)
}

fn duration(hours: f64) -> String {
    if hours < 48.0 { format!("{hours:.1} hours") } else { format!("{:.1} days", hours / 24.0) }
}
