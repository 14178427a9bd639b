//! Fact `review-comments`: what the subject wrote when reviewing.

use crate::words::counted;
use serde_json::{Value, json};

use super::tools::{Evidence, by, excerpt, none_of};
use super::{Definition, Fact, FactState, FactValue};
use crate::ids::EvidenceId;
use crate::import::{AccountRef, Comment, CommentKind, Record, RepoRef};

pub(super) const FACT: Definition = Definition {
    id: "review-comments",
    version: 2,
    title: "Review comments",
    definition: "Comments by the subject in this snapshot at a line of a pull request, and reviews by the subject with a text. The first are quoted with their place; comments at lines before reviews.",
    not_meaning: "Nothing about quality or tone: read them. Most review happens in private repositories.",
    json: "{at_lines, reviews_with_text: numbers; quoted: up to 5 of {evidence: id, repository, number, path, line, text}}",
    start: || Box::new(ReviewComments::default()),
};

/// Comments that the value quotes.
const QUOTED: usize = 5;

#[derive(Default)]
struct ReviewComments {
    at_lines: Evidence,
    reviews: Evidence,
    quoted_lines: Vec<Value>,
    quoted_reviews: Vec<Value>,
    none: Option<EvidenceId>,
}

impl Fact for ReviewComments {
    fn observe(&mut self, subject: &AccountRef, id: EvidenceId, record: &Record) {
        match record {
            Record::Comment(comment) if by(subject, comment.author.as_ref()) => match review(comment) {
                Some(CommentKind::ReviewLine) => {
                    self.at_lines.add(id);
                    quote(&mut self.quoted_lines, id, comment);
                }
                Some(_) => {
                    self.reviews.add(id);
                    quote(&mut self.quoted_reviews, id, comment);
                }
                None => {}
            },
            _ if none_of(record, "review-comments") => self.none = Some(id),
            _ => {}
        }
    }

    fn finish(self: Box<Self>) -> FactValue {
        let (lines, reviews) = (self.at_lines.total, self.reviews.total);
        let quoted: Vec<_> = self.quoted_lines.iter().chain(&self.quoted_reviews).take(QUOTED).collect();
        let value = json!({ "at_lines": lines, "reviews_with_text": reviews, "quoted": quoted });
        if lines == 0 && reviews == 0 {
            return self.none.map_or_else(FactValue::absent, |id| {
                FactValue::told(FactState::Zero, value, "0".to_owned(), Evidence::of([id]))
            });
        }
        let text = format!(
            "{} at lines of code, {}",
            counted(lines as usize, "comment", "comments"),
            counted(reviews as usize, "review with text", "reviews with text"),
        );
        let mut evidence = Evidence::of(self.at_lines.ids.into_iter().chain(self.reviews.ids));
        evidence.total = lines.saturating_add(reviews);
        FactValue::told(FactState::Known, value, text, evidence)
    }
}

fn quote(quoted: &mut Vec<Value>, id: EvidenceId, comment: &Comment) {
    if quoted.len() < QUOTED {
        quoted.push(json!({
            "evidence": id, "repository": comment.repo.as_ref().map(RepoRef::full_name), "number": comment.number,
            "path": comment.path, "line": comment.line, "text": excerpt(&comment.body),
        }));
    }
}

fn review(comment: &Comment) -> Option<CommentKind> {
    let written = !comment.body.trim().is_empty();
    let counts = matches!(comment.kind, CommentKind::Review | CommentKind::ReviewLine);
    (written && counts).then_some(comment.kind)
}
