//! What really happened on which day after the application.

use std::collections::{BTreeMap, HashMap};

use assay_domain::figures::{Course, Days, days_between};
use assay_domain::ids::RoleId;
use assay_domain::stage::Stage;
use rusqlite::Connection;
use serde::Serialize;
use uuid::Uuid;

use crate::{Instant, Result, plans};

/// One thing of the process, with the days after the application on which it happened.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Milestone {
    /// The stage that was come to; none for an assessment.
    pub stage: Option<Stage>,
    /// The assessment of which the first scorecard came in; empty for a stage.
    pub assessment: String,
    /// Days after the application.
    pub days: Days,
}

/// Coming to each stage that the role uses, the first scorecard of each assessment after "interviewing", and the end.
/// `applied` says when each application that was one became so.
pub(super) fn of(
    conn: &Connection,
    id: RoleId,
    courses: &[Course],
    applied: &HashMap<Uuid, Instant>,
    used: &[Stage],
) -> Result<Vec<Milestone>> {
    let mut all = Vec::new();
    for stage in used.iter().copied().filter(|stage| stage.position() > Stage::Applied.position()) {
        all.push(Milestone { stage: Some(stage), assessment: String::new(), days: came_to(courses, stage) });
        if stage == Stage::Interviewing {
            all.extend(assessments(conn, id, applied)?);
        }
    }
    all.retain(|one| one.days.count > 0);
    Ok(all)
}

/// Days from the application to the first time in a stage; for an end, to the one that stands.
fn came_to(courses: &[Course], stage: Stage) -> Days {
    let came = |course: &Course| {
        let at = if stage.is_active() {
            course.moves.iter().find(|step| step.to == stage)?.at
        } else {
            course.ended_at().filter(|_| course.now() == stage)?
        };
        Some(days_between(course.applied_at()?, at))
    };
    Days::of(courses.iter().filter_map(came).collect())
}

/// When the first scorecard of each assessment of the plan came in; when, not what is in it.
fn assessments(conn: &Connection, id: RoleId, applied: &HashMap<Uuid, Instant>) -> Result<Vec<Milestone>> {
    let mut statement = conn.prepare_cached(
        "SELECT i.assessment_id, f.id, min(s.submitted_at)
         FROM scorecard AS s JOIN interview AS i ON i.id = s.interview_id
         JOIN application AS f ON f.id = i.application_id
         WHERE f.role_id = ?1 AND s.occasion = 1 GROUP BY f.id, i.assessment_id",
    )?;
    let mut rows = statement.query([id.0])?;
    let mut seen: BTreeMap<Uuid, Vec<f64>> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let Some(applied) = applied.get(&row.get(1)?) else { continue };
        seen.entry(row.get(0)?).or_default().push(days_between(*applied, row.get(2)?));
    }
    let plan = plans::current(conn, id)?;
    Ok(plan
        .assessments
        .into_iter()
        .map(|one| Milestone {
            stage: None,
            assessment: one.title,
            days: Days::of(seen.remove(&one.id.0).unwrap_or_default()),
        })
        .collect())
}
