//! Who waits for whom, as a list of things to do: each with since when, and the one thing that ends the waiting. Nothing here
//! comes from a rating: that a scorecard is in shows, what is in it does not.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use assay_domain::figures::{Step, applied_at};
use assay_domain::ids::{ApplicationId, InterviewId, PersonId, RoleId};
use assay_domain::stage::Stage;
use chrono::TimeDelta;
use rusqlite::{Connection, named_params};
use serde::Serialize;

use crate::applications::Application;
use crate::candidates::CandidateBrief;
use crate::interviews::{self, Interview};
use crate::{Instant, Result, Viewer, applications, roles};

/// What is waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum WaitKind {
    /// All scorecards are in: a decision.
    Decision,
    /// The interview is over, or the assessment was handed out: its scorecard.
    Scorecard,
    /// An interview that is held face to face: a time.
    Time,
    /// The candidate stands in a stage and nobody has anything to do: the next step.
    NextStep,
    /// The plan's days are over: an end.
    Calendar,
}

/// Somebody waits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Wait {
    /// For what.
    pub kind: WaitKind,
    /// In which application.
    pub application_id: ApplicationId,
    /// Whose.
    pub who: CandidateBrief,
    /// For which role.
    pub role_id: RoleId,
    /// Its title.
    pub role_title: String,
    /// The stage in which it stands.
    pub stage: Stage,
    /// What the role calls it.
    pub stage_title: String,
    /// Since when.
    pub since: Instant,
    /// The interview that it is about.
    pub interview_id: Option<InterviewId>,
    /// Its assessment; empty where it is about none.
    pub assessment_title: String,
    /// Who is to act; none where it is whoever looks after the role.
    pub person_id: Option<PersonId>,
    /// Their name; empty for none.
    pub person_name: String,
    /// Days of the plan's calendar, where they are over.
    pub calendar_days: Option<u32>,
}

/// All waits, the longest first.
pub(super) fn of(
    conn: &Connection,
    viewer: Viewer,
    at: Instant,
    to_decide: &[Application],
) -> Result<Vec<Wait>> {
    let (mut all, last) = (Vec::new(), last_events(conn)?);
    for one in to_decide {
        let since = last.get(&one.id).and_then(|last| last.card).unwrap_or(one.since);
        all.push(about(one, WaitKind::Decision, since));
    }
    all.extend(of_interviews(conn, viewer, at)?);
    let mut calendars = HashMap::new();
    for one in under_way(conn)? {
        if one.interviews_open == 0 && !to_decide.iter().any(|other| other.id == one.id) {
            let events = last.get(&one.id).into_iter().flat_map(|last| [last.card, last.decision]).flatten();
            all.push(about(&one, WaitKind::NextStep, events.fold(one.since, Instant::max)));
        }
        let days = match calendars.entry(one.role_id) {
            Entry::Occupied(known) => *known.get(),
            Entry::Vacant(new) => *new.insert(roles::calendar(conn, one.role_id)?.days),
        };
        all.extend(overrun(&one, days, at));
    }
    all.sort_by(|a, b| (a.since, a.kind, &a.who.name).cmp(&(b.since, b.kind, &b.who.name)));
    Ok(all)
}

fn about(one: &Application, kind: WaitKind, since: Instant) -> Wait {
    Wait {
        kind,
        application_id: one.id,
        who: CandidateBrief { id: one.candidate_id, name: one.candidate_name.clone() },
        role_id: one.role_id,
        role_title: one.role_title.clone(),
        stage: one.stage,
        stage_title: one.stage_title.clone(),
        since,
        interview_id: None,
        assessment_title: String::new(),
        person_id: None,
        person_name: String::new(),
        calendar_days: None,
    }
}

/// Applications under way in open roles. A prospect has asked for nothing and waits for nothing.
fn under_way(conn: &Connection) -> Result<Vec<Application>> {
    let ends = applications::ends_sql();
    let filter = format!("WHERE f.stage NOT IN ('prospect', {ends}) AND r.open ORDER BY f.id");
    applications::query(conn, &filter, &[])
}

/// Interviews that are over without a scorecard, and those held face to face without a time.
fn of_interviews(conn: &Connection, viewer: Viewer, at: Instant) -> Result<Vec<Wait>> {
    let open = interviews::select(
        conn,
        "WHERE i.state = 'open' ORDER BY i.assigned_at, i.id",
        named_params! {":viewer": viewer.0.0},
    )?;
    let held = "WHERE f.id IN (SELECT i.application_id FROM interview AS i WHERE i.state = 'open')";
    let held = applications::query(conn, held, &[])?;
    let held: HashMap<ApplicationId, Application> = held.into_iter().map(|one| (one.id, one)).collect();
    let mut all = Vec::new();
    for one in open {
        let Some((kind, since)) = waits(&one, at) else { continue };
        let Some(application) = held.get(&one.application_id) else { continue };
        all.push(Wait {
            interview_id: Some(one.id),
            assessment_title: one.assessment_title,
            person_id: Some(one.person_id),
            person_name: one.person_name,
            ..about(application, kind, since)
        });
    }
    Ok(all)
}

/// What an open interview waits for, and since when; none for one that is still to come.
fn waits(one: &Interview, at: Instant) -> Option<(WaitKind, Instant)> {
    match interviews::ends_at(one) {
        Some(end) => (end <= at).then_some((WaitKind::Scorecard, end)),
        None if one.kind.is_held() => Some((WaitKind::Time, one.assigned_at)),
        None => Some((WaitKind::Scorecard, one.assigned_at)),
    }
}

/// When something was last done about an application.
struct Last {
    card: Option<Instant>,
    decision: Option<Instant>,
}

/// Of every application under way: when its newest scorecard came in, and when it was last decided.
fn last_events(conn: &Connection) -> Result<HashMap<ApplicationId, Last>> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT f.id,
            (SELECT max(s.submitted_at) FROM scorecard AS s JOIN interview AS i ON i.id = s.interview_id
             WHERE i.application_id = f.id AND s.occasion = 1),
            (SELECT max(d.at) FROM decision AS d WHERE d.application_id = f.id)
         FROM application AS f WHERE f.stage NOT IN ({})",
        applications::ends_sql()
    ))?;
    let rows = statement.query_map([], |row| {
        Ok((ApplicationId(row.get(0)?), Last { card: row.get(1)?, decision: row.get(2)? }))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Where the days of the plan's calendar are over: since the day on which they were.
fn overrun(one: &Application, days: u32, at: Instant) -> Option<Wait> {
    let applied = applied_at(one.history.iter().map(|step| Step { at: step.at, to: step.to }))?;
    let over = applied + TimeDelta::days(days.into());
    (over < at).then(|| Wait { calendar_days: Some(days), ..about(one, WaitKind::Calendar, over) })
}
