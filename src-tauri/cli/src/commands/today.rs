//! `assay today`: what there is to do, and who waits for whom.

use assay_engine::today::{self as todays, Today, Wait, WaitKind};

use crate::failure::Result;
use crate::output::{Answer, date, day, heading, local_time, table};
use crate::session::Session;

/// Shows what there is to do.
pub fn run(session: &Session) -> Result<Answer> {
    let today = todays::today(&session.store, session.viewer, session.now())?;
    let text = shown(&today);
    Ok(Answer::of("today", &today, text))
}

fn shown(today: &Today) -> String {
    let mine: Vec<_> = today
        .to_score
        .iter()
        .map(|one| {
            [
                one.candidate_name.clone(),
                one.assessment_title.clone(),
                format!("{} min", one.minutes),
                local_time(one.starts_local.as_deref(), one.zone.as_deref()),
                one.id.to_string(),
            ]
        })
        .collect();
    let mut text = "Yours to score\n".to_owned();
    text += &table(["candidate", "assessment", "time", "when", "id"], &mine, "Nothing.");
    text += &heading("Who waits for whom, the longest first");
    let waits: Vec<_> = today.waits.iter().map(wait).collect();
    text += &table(["since", "who waits", "for", "role"], &waits, "Nobody.");
    let follow_ups = today.to_follow_up.iter().map(|one| {
        [
            day(one.on),
            one.who.name.clone(),
            format!("outcome after {} months", one.month),
            one.role_title.clone(),
        ]
    });
    let due =
        today.due.iter().map(|one| [day(one.on), one.who.name.clone(), one.what.clone(), String::new()]);
    let rest: Vec<_> = follow_ups.chain(due).collect();
    if !rest.is_empty() {
        text += &heading("Due");
        text += &table(["on", "about", "what", "role"], &rest, "Nothing.");
    }
    text
}

fn wait(one: &Wait) -> [String; 4] {
    let what = match one.kind {
        WaitKind::Decision => "a decision: all scorecards are in".to_owned(),
        WaitKind::Scorecard => format!("the scorecard of {}, {}", one.person_name, one.assessment_title),
        WaitKind::Time => format!("a time with {}, {}", one.person_name, one.assessment_title),
        WaitKind::NextStep => format!("the next step, in stage {}", one.stage_title),
        WaitKind::Calendar => {
            format!("an end: the plan's {} days are over", one.calendar_days.unwrap_or_default())
        }
    };
    [date(one.since), one.who.name.clone(), what, one.role_title.clone()]
}
