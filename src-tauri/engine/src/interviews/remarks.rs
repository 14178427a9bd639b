//! What is worth a look in the time of an interview; nothing of it keeps anybody from agreeing on it.

use assay_domain::ids::InterviewId;
use chrono::Months;

use super::read::list_in;
use super::{Interview, InterviewQuery, InterviewState, get, when};
use crate::{Instant, Result, Store, Viewer};

/// An interview later than this from now is more often a slip of the pen than meant.
const FAR: Months = Months::new(36);

/// What is odd about an open interview's time: that it has passed or is far away, and which other open interviews of its holder, or of its
/// candidate with somebody else for something else, overlap with it. Sentences; empty where nothing is.
pub fn remarks(store: &Store, viewer: Viewer, now: Instant, id: InterviewId) -> Result<Vec<String>> {
    store.read(viewer, |conn| {
        let one = get(conn, viewer, id)?;
        let Some((starts, ends)) = span(&one) else { return Ok(Vec::new()) };
        let mut remarks = Vec::new();
        if starts < now {
            remarks.push(format!("{} has passed already.", shown(&one)));
        }
        if now.checked_add_months(FAR).is_some_and(|far| starts > far) {
            remarks.push(format!("{} is more than three years away.", shown(&one)));
        }
        let open = InterviewQuery { state: Some(InterviewState::Open), ..InterviewQuery::default() };
        for other in list_in(conn, viewer, &open)?.iter().filter(|other| other.id != one.id) {
            let overlaps = span(other).is_some_and(|(from, to)| from < ends && starts < to);
            if overlaps && other.person_id == one.person_id {
                remarks.push(format!(
                    "{} holds {} of {} then: {}, {} minutes.",
                    one.person_name,
                    other.assessment_title,
                    other.candidate_name,
                    shown(other),
                    other.minutes
                ));
            } else if overlaps
                && other.candidate_id == one.candidate_id
                && other.assessment_id != one.assessment_id
            {
                remarks.push(format!(
                    "{} has {} with {} then: {}, {} minutes.",
                    one.candidate_name,
                    other.assessment_title,
                    other.person_name,
                    shown(other),
                    other.minutes
                ));
            }
        }
        Ok(remarks)
    })
}

fn span(one: &Interview) -> Option<(Instant, Instant)> {
    when::moments(one.starts_local.as_deref(), one.zone.as_deref(), one.minutes)
        .map(|(_, starts, ends)| (starts.at, ends.at))
}

fn shown(one: &Interview) -> String {
    let starts = one.starts_local.as_deref().unwrap_or_default().replace('T', " ");
    format!("{starts} {}", one.zone.as_deref().unwrap_or_default())
}
