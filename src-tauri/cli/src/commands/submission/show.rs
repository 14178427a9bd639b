//! `assay submission show`.

use assay_domain::submission::PartKind;
use assay_engine::submissions::{Part, SubmissionDetail};

use super::took;
use crate::output::{fields, heading, moment};

/// A submission as text: every line with its number, by which it is cited.
pub fn shown(detail: &SubmissionDetail) -> String {
    let of = &detail.submission;
    let mut text = fields(&[
        ("Candidate", of.candidate_name.clone()),
        ("Role", of.role_title.clone()),
        ("Assessment", of.assessment_title.clone()),
        ("Took", took(of)),
        ("Added", format!("{} by {}", moment(of.added_at), of.added_by)),
        ("Id", of.id.to_string()),
    ]);
    for part in &detail.parts {
        text += &heading(&format!("{} ({})", part.head.title, part.head.id));
        text += &body(part);
    }
    text
}

fn body(part: &Part) -> String {
    if part.head.kind == PartKind::Named {
        return format!("{} bytes, SHA-256 {}; the text is not kept\n", part.head.bytes, part.head.digest);
    }
    let lines = (1..).zip(part.text.lines());
    let told: String = lines.map(|(number, line): (u32, &str)| format!("{number:>4}  {line}\n")).collect();
    if told.is_empty() { "Empty.\n".into() } else { told }
}
