//! The funnel: for each stage who reached it, who went on, who ended there, and how long they stayed.

use chrono::{DateTime, Utc};

use super::{Course, Days, days_between, number};
use crate::measure::impact::intervals::wilson;
use crate::stage::Stage;

/// One stage of the funnel. `reached = passed + rejected + withdrawn + under_way`, and those of [`RatedBefore`] beside them.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct StageFigures {
    /// Which.
    pub stage: Stage,
    /// Applications that came to it or further, or were rated where it is the interviews.
    pub reached: u32,
    /// How many came further.
    pub passed: u32,
    /// How many ended here by us.
    pub rejected: u32,
    /// How many ended here by the candidate.
    pub withdrawn: u32,
    /// How many came no further so far, and have not ended.
    pub under_way: u32,
    /// Of those who reached the interviews by a scorecard alone: what became of them in the stages before.
    pub rated_before: RatedBefore,
    /// Passed, of those of whom it is known: `passed / (reached - under way)`, wherever they are under way. None where it is
    /// known of nobody.
    pub passing: Option<f64>,
    /// 95% interval of that share (Wilson).
    pub passing95: Option<(f64, f64)>,
    /// Days that applications stood here, of those that have left it.
    pub days: Days,
    /// Days that those who stand here now have stood here.
    pub standing: Days,
}

/// Applications that never stood in a stage that they reached: they were rated while they stood before it. Of stages other than
/// the interviews there are none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct RatedBefore {
    /// How many ended before it by us.
    pub rejected: u32,
    /// How many ended before it by the candidate.
    pub withdrawn: u32,
    /// How many are under way before it.
    pub under_way: u32,
}

impl RatedBefore {
    fn of(courses: &[Course], stage: Stage) -> Self {
        let rated = |one: &&Course| one.has_reached(stage) && !one.came_to(stage);
        let ended = |end: Stage| number(courses.iter().filter(rated).filter(|one| one.now() == end).count());
        let all = number(courses.iter().filter(rated).count());
        let (rejected, withdrawn) = (ended(Stage::Rejected), ended(Stage::Withdrawn));
        Self { rejected, withdrawn, under_way: all - rejected - withdrawn }
    }
}

/// The funnel over the stages that the role uses, in their order; the ends are no stages of it, but "hired" is its last.
/// Prospects stand there where there are any.
pub fn stages(courses: &[Course], used: &[Stage], now: DateTime<Utc>) -> Vec<StageFigures> {
    let used: Vec<Stage> =
        used.iter().copied().filter(|stage| stage.is_active() || *stage == Stage::Hired).collect();
    let all =
        used.iter().enumerate().map(|(place, stage)| one(courses, *stage, used.get(place + 1).copied(), now));
    all.filter(|one| one.stage != Stage::Prospect || one.reached > 0).collect()
}

fn one(courses: &[Course], stage: Stage, next: Option<Stage>, now: DateTime<Utc>) -> StageFigures {
    let came = courses.iter().filter(|one| one.came_to(stage));
    let (passed, rest): (Vec<&Course>, Vec<&Course>) = came.partition(|one| match next {
        Some(next) => one.furthest().position() >= next.position(),
        None => one.now() == Stage::Hired,
    });
    let ended = |end: Stage| number(rest.iter().filter(|one| one.now() == end).count());
    let (rejected, withdrawn) = (ended(Stage::Rejected), ended(Stage::Withdrawn));
    let (passed, rest) = (number(passed.len()), number(rest.len()));
    let rated_before = RatedBefore::of(courses, stage);
    let known = passed + rejected + withdrawn + rated_before.rejected + rated_before.withdrawn;
    // Of the last stage nobody goes on: there is no share to tell.
    let told = next.is_some() && known > 0;
    let stays: Vec<(f64, bool)> = courses.iter().filter_map(|one| stay(one, stage, now)).collect();
    let days = |standing: bool| {
        Days::of(stays.iter().filter(|(_, stands)| *stands == standing).map(|(days, _)| *days).collect())
    };
    StageFigures {
        stage,
        reached: number(courses.iter().filter(|one| one.has_reached(stage)).count()),
        passed,
        rejected,
        withdrawn,
        under_way: rest - rejected - withdrawn,
        rated_before,
        passing: told.then(|| f64::from(passed) / f64::from(known)),
        passing95: told.then(|| wilson(passed.into(), known.into())),
        days: days(false),
        standing: days(true),
    }
}

/// Days that an application stood in a stage, all its visits together, and whether it stands there now.
fn stay(course: &Course, stage: Stage, now: DateTime<Utc>) -> Option<(f64, bool)> {
    if !stage.is_active() {
        return None;
    }
    let left = course.moves.iter().skip(1).map(|step| step.at).chain([now]);
    let visits: Vec<f64> = course
        .moves
        .iter()
        .zip(left)
        .filter(|(step, _)| step.to == stage)
        .map(|(step, left)| days_between(step.at, left))
        .collect();
    (!visits.is_empty()).then(|| (visits.iter().sum(), course.now() == stage))
}
