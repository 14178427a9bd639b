//! Open questions in a document, and what became of those that were closed.

use assay_domain::document::Document;

use super::words::day;
use crate::questions::OpenQuestion;

/// Writes them; nothing where nobody asked. `named` says whose they are.
pub fn write(document: &mut Document, questions: &[OpenQuestion], named: bool) {
    if questions.is_empty() {
        return;
    }
    document.heading(1, "Questions");
    let one = |one: &OpenQuestion| {
        let of = if named { format!("{}: ", one.candidate_name) } else { String::new() };
        let end = match one.closed_at {
            None => "Open.".to_owned(),
            Some(at) => format!("Closed on {}: {}", day(at), one.answer),
        };
        format!("{of}{} ({}, {}) {end}", one.question, one.asked_by, day(one.asked_at))
    };
    document.list(questions.iter().map(one).collect());
}
