//! A decision in a document: what, who, when, why, and the record around it: context, options, consequences.

use assay_domain::decision::DecisionRecord;
use assay_domain::document::Document;
use assay_domain::words::percent;

use super::words::{moment, score, title};
use crate::decisions::Decision;

/// Writes one decision; what it rests on is the caller's to say.
pub fn write(document: &mut Document, one: &Decision) {
    let taken_back = if one.taken_back { " It was taken back, and counts no more." } else { "" };
    document.lead(
        format!("{}.", title(one.kind.as_str())),
        format!(
            "{} decided on {}, under plan version {}, at a score of {} with {} of the weight assessed.{taken_back}",
            one.by,
            moment(one.at),
            one.plan_version,
            score(one.score),
            one.coverage.map_or_else(|| "an unknown share".into(), percent),
        ),
    );
    record(document, one);
}

fn record(document: &mut Document, one: &Decision) {
    let DecisionRecord { context, options, three_months, six_months, unknown, missing } = &one.record;
    let mut part = |lead: &str, text: &str| {
        if !text.trim().is_empty() {
            document.lead(lead, text);
        }
    };
    part("Context:", context);
    for other in options {
        part("Considered:", &format!("{}. {}", other.option.trim_end_matches('.'), other.because));
    }
    part("Decision:", &one.reason);
    part("What was missing:", missing);
    part("Expected after three months:", three_months);
    part("Expected after six months:", six_months);
    part("Still unknown:", unknown);
}
