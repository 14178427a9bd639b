//! The figures of a role: its funnel, how long stages take, time to hire, sources, reasons, and the plan's calendar beside what
//! really happened. Read from stage histories and from when scorecards came in; no rating is in any of it, and a move that
//! was taken back is in no history any more.

mod milestones;

pub use milestones::Milestone;

use assay_domain::figures::{self, Course, Pace, ReasonCount, SourceFigures, StageFigures, Step};
use assay_domain::ids::RoleId;
use rusqlite::Connection;
use serde::Serialize;
use uuid::Uuid;

use crate::roles::{self, RoleCalendar, RoleStage};
use crate::store::column::{word, word_or_none};
use crate::{Instant, Result, Store, Viewer};

/// The figures of one role.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct RoleFigures {
    /// The role.
    pub role_id: RoleId,
    /// Its title.
    pub role_title: String,
    /// How many applications there are.
    pub applications: u32,
    /// The stages that the role uses, up to "hired".
    pub funnel: Vec<StageFigures>,
    /// All stages in their order, with what the role calls them.
    pub pipeline: Vec<RoleStage>,
    /// How long it took, against the calendar.
    pub pace: Pace,
    /// By where candidates came from, the most frequent first.
    pub sources: Vec<SourceFigures>,
    /// Who counts as interviewed, in the funnel and by source.
    pub interviewed: &'static str,
    /// Why applications ended.
    pub reasons: Vec<ReasonCount>,
    /// The calendar of the plan.
    pub calendar: RoleCalendar,
    /// On which day after the application things really happened, in the order of the process.
    pub milestones: Vec<Milestone>,
}

/// The figures of a role as of `at`, or [`EngineError::NotFound`](crate::EngineError::NotFound).
pub fn role(store: &Store, viewer: Viewer, at: Instant, id: RoleId) -> Result<RoleFigures> {
    store.read(viewer, |conn| {
        let summary = roles::summary(conn, id)?;
        let (used, calendar) = (roles::used_stages(conn, id)?, roles::calendar(conn, id)?);
        let (ids, courses): (Vec<Uuid>, Vec<Course>) = courses(conn, id)?.into_iter().unzip();
        let applied = ids.iter().zip(&courses).filter_map(|(id, course)| Some((*id, course.applied_at()?)));
        let applied = applied.collect();
        Ok(RoleFigures {
            role_id: id,
            role_title: summary.title,
            applications: summary.applications,
            pipeline: roles::pipeline(conn, id)?,
            funnel: figures::stages(&courses, &used, at),
            pace: figures::pace(&courses, calendar.days, at),
            sources: figures::sources(&courses),
            interviewed: figures::INTERVIEWED,
            reasons: figures::reasons(&courses),
            milestones: milestones::of(conn, id, &courses, &applied, &used)?,
            calendar,
        })
    })
}

/// The courses of a role's applications by their ids, in no order that means something.
fn courses(conn: &Connection, id: RoleId) -> Result<Vec<(Uuid, Course)>> {
    let mut statement = conn.prepare_cached(
        "SELECT f.id, c.source, m.at, m.to_stage, m.why,
                EXISTS (SELECT 1 FROM scorecard AS s JOIN interview AS i ON i.id = s.interview_id
                        WHERE i.application_id = f.id AND s.occasion = 1)
         FROM application AS f
         JOIN candidate AS c ON c.id = f.candidate_id JOIN stage_move AS m ON m.application_id = f.id
         WHERE f.role_id = ?1 ORDER BY f.id, m.position",
    )?;
    let mut rows = statement.query([id.0])?;
    let mut courses: Vec<(Uuid, Course)> = Vec::new();
    while let Some(row) = rows.next()? {
        let application = row.get(0)?;
        if courses.last().is_none_or(|(last, _)| *last != application) {
            let (source, rated) = (word(row, 1)?, row.get(5)?);
            courses.push((application, Course { source, rated, moves: Vec::new(), reason: None }));
        }
        if let Some((_, course)) = courses.last_mut() {
            course.moves.push(Step { at: row.get(2)?, to: word(row, 3)? });
            course.reason = word_or_none(row, 4)?;
        }
    }
    Ok(courses)
}

#[cfg(test)]
mod tests;
