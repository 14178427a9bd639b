//! What is not in: open and cancelled interviews, and assessments that nobody was assigned. Nothing here is a rating.

use assay_domain::document::Document;

use crate::debriefs::Explanation;
use crate::interviews::{Interview, InterviewState};

/// Under a heading of a level: one sentence for each thing that an application's scores do without. The interviews are all
/// that it has.
pub fn write(document: &mut Document, level: u8, interviews: &[Interview], explanation: &Explanation) {
    document.heading(level, "What is missing");
    let mut items: Vec<String> = interviews.iter().filter_map(absent).collect();
    for part in &explanation.parts {
        if !interviews.iter().any(|one| one.assessment_id == part.assessment_id) {
            items.push(format!("{}: nobody was assigned.", part.title));
        }
    }
    if items.is_empty() {
        document.say("Nothing: every interview that was assigned has its scorecard.");
    }
    document.list(items);
}

fn absent(one: &Interview) -> Option<String> {
    match one.state {
        InterviewState::Submitted => None,
        InterviewState::Open => {
            Some(format!("{}: {} has not submitted yet.", one.assessment_title, one.person_name))
        }
        InterviewState::Cancelled => {
            let why = one.cancelled_reason.as_deref().unwrap_or("no reason given");
            Some(format!("{}: {}'s interview was cancelled: {why}", one.assessment_title, one.person_name))
        }
    }
}
