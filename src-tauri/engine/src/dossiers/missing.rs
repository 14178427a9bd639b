//! What is not in: open and cancelled interviews, and assessments that nobody was assigned. Nothing here is a rating.

use crate::debriefs::Explanation;
use crate::interviews::{self, Interview, InterviewQuery, InterviewState};
use crate::{Result, Store, Viewer};

/// Said where nothing is missing.
pub const NOTHING: &str = "Nothing: every interview that was assigned has its scorecard.";

/// One sentence for each thing that an application's scores do without.
pub fn items(store: &Store, viewer: Viewer, explanation: &Explanation) -> Result<Vec<String>> {
    let id = explanation.application_id;
    let query = InterviewQuery { application_id: Some(id), ..InterviewQuery::default() };
    let all = interviews::list(store, viewer, &query)?;
    let mut items: Vec<String> = all.iter().filter_map(absent).collect();
    for part in &explanation.parts {
        if !all.iter().any(|one| one.assessment_id == part.assessment_id) {
            items.push(format!("{}: nobody was assigned.", part.title));
        }
    }
    Ok(items)
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
