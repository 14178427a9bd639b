//! Figures of a role: how far applications came, where they ended and how, how long it took. Pure counts and medians over
//! stage histories; no rating is in them.
//!
//! A stage is reached by whoever stood in it or in a later one, so that one who skipped it counts as having passed it. Each
//! application that came to a stage so either passed it, ended there (by us or by the candidate), or is under way there: the
//! four add up to those that reached it. Interviews are reached also by whoever was rated while the application stood before
//! them ([`INTERVIEWED`]): it ends and is under way where it stands, and is counted beside the four as [`RatedBefore`]. Where it
//! has ended it did not go on past the interviews. What has not happened yet is never counted as having taken no time.

mod days;
mod funnel;

pub use days::{Days, FEW, days_between};
pub use funnel::{RatedBefore, StageFigures, stages};

use chrono::{DateTime, Utc};

use crate::candidate::SourceKind;
use crate::ending::EndReason;
use crate::stage::Stage;

/// Who counts as interviewed, for people; [`Course::has_reached`] is this rule.
pub const INTERVIEWED: &str = "Interviewed is who came to the interviews or a later stage, or about whom a scorecard was submitted. \
     Who was rated without being moved to the interviews ended, or is under way, before them: it stands beside the others, and \
     whoever ended so did not go on.";

/// One application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    /// Where the candidate came from.
    pub source: SourceKind,
    /// Its moves, oldest first; never empty.
    pub moves: Vec<Step>,
    /// Whether a scorecard was submitted about it.
    pub rated: bool,
    /// Why it ended, where that was chosen from the list.
    pub reason: Option<EndReason>,
}

/// One move of an application.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// When.
    pub at: DateTime<Utc>,
    /// To where.
    pub to: Stage,
}

/// When a candidate applied, by the moves of the application, oldest first: when they were first considered for more than a
/// prospect. None for a prospect, and for one who was ended as a prospect: that end is no answer to anything asked for.
pub fn applied_at(moves: impl IntoIterator<Item = Step>) -> Option<DateTime<Utc>> {
    let applied = |step: &Step| step.to.is_active() && step.to != Stage::Prospect;
    moves.into_iter().find(applied).map(|step| step.at)
}

impl Course {
    /// Where it stands.
    pub fn now(&self) -> Stage {
        self.moves.last().map_or(Stage::Prospect, |step| step.to)
    }

    /// The furthest stage that it stood in, of those under way and "hired".
    pub fn furthest(&self) -> Stage {
        let stood =
            self.moves.iter().map(|step| step.to).filter(|stage| stage.position() <= Stage::Hired.position());
        stood.max_by_key(|stage| stage.position()).unwrap_or(Stage::Prospect)
    }

    /// Whether it stood in a stage or in a later one; who was never a prospect did not pass that by skipping it.
    pub fn came_to(&self, stage: Stage) -> bool {
        match stage {
            Stage::Prospect => self.moves.iter().any(|step| step.to == stage),
            _ => self.furthest().position() >= stage.position(),
        }
    }

    /// [`Self::came_to`]; interviews also where somebody rated it, wherever it stood.
    pub fn has_reached(&self, stage: Stage) -> bool {
        self.came_to(stage) || (stage == Stage::Interviewing && self.rated)
    }

    /// As [`applied_at`] of its moves.
    pub fn applied_at(&self) -> Option<DateTime<Utc>> {
        applied_at(self.moves.iter().copied())
    }

    /// When it ended; none while it is under way.
    pub fn ended_at(&self) -> Option<DateTime<Utc>> {
        self.moves.last().filter(|step| !step.to.is_active()).map(|step| step.at)
    }

    /// Days from the application to its end; none where nobody applied.
    pub fn days_to_end(&self) -> Option<f64> {
        Some(days_between(self.applied_at()?, self.ended_at()?))
    }
}

/// How the applications of one source fared.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct SourceFigures {
    /// Which.
    pub source: SourceKind,
    /// How many.
    pub applications: u32,
    /// How many were interviewed, as [`INTERVIEWED`] says.
    pub interviewed: u32,
    /// How many were made an offer, or hired.
    pub offered: u32,
    /// Hired.
    pub hired: u32,
    /// Ended by us.
    pub rejected: u32,
    /// Ended by the candidate.
    pub withdrawn: u32,
    /// Not ended.
    pub under_way: u32,
    /// Days from application to end.
    pub days_to_end: Days,
}

/// The figures by source, the most frequent first.
pub fn sources(courses: &[Course]) -> Vec<SourceFigures> {
    let mut all: Vec<SourceFigures> =
        SourceKind::ALL.iter().filter_map(|source| of_source(*source, courses)).collect();
    all.sort_by_key(|one| std::cmp::Reverse(one.applications));
    all
}

fn of_source(source: SourceKind, courses: &[Course]) -> Option<SourceFigures> {
    let own: Vec<&Course> = courses.iter().filter(|one| one.source == source).collect();
    let count = |is: &dyn Fn(&Course) -> bool| number(own.iter().filter(|one| is(one)).count());
    let reached = |stage: Stage| count(&|one| one.has_reached(stage));
    (!own.is_empty()).then(|| SourceFigures {
        source,
        applications: number(own.len()),
        interviewed: reached(Stage::Interviewing),
        offered: reached(Stage::Offer),
        hired: count(&|one| one.now() == Stage::Hired),
        rejected: count(&|one| one.now() == Stage::Rejected),
        withdrawn: count(&|one| one.now() == Stage::Withdrawn),
        under_way: count(&|one| one.now().is_active()),
        days_to_end: Days::of(own.iter().filter_map(|one| one.days_to_end()).collect()),
    })
}

/// How often a reason was given for an end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct ReasonCount {
    /// Rejected or withdrawn.
    pub end: Stage,
    /// The reason; none where it was said in words only, or by a decision.
    pub reason: Option<EndReason>,
    /// How often.
    pub count: u32,
}

/// Why applications ended, by end, the most frequent first.
pub fn reasons(courses: &[Course]) -> Vec<ReasonCount> {
    let mut all = Vec::new();
    for end in [Stage::Rejected, Stage::Withdrawn] {
        let listed = EndReason::ALL.iter().copied().map(Some).chain([None]);
        let mut own: Vec<ReasonCount> = listed
            .map(|reason| {
                let same = |one: &&Course| one.now() == end && one.reason == reason;
                ReasonCount { end, reason, count: number(courses.iter().filter(same).count()) }
            })
            .filter(|one| one.count > 0)
            .collect();
        own.sort_by_key(|one| std::cmp::Reverse(one.count));
        all.extend(own);
    }
    all
}

/// How long applications took, against the days that the plan's calendar allows.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Pace {
    /// Days from application to hire.
    pub to_hire: Days,
    /// Days from application to any end.
    pub to_end: Days,
    /// Of those that had applied and were ended by us (hired or rejected), how many were so within the calendar's days.
    pub in_time: u32,
    /// Of how many.
    pub decided: u32,
    /// How many under way have taken longer than the calendar's days already.
    pub overdue: u32,
    /// Of how many under way that have applied.
    pub under_way: u32,
}

/// The pace as of `now`.
pub fn pace(courses: &[Course], calendar_days: u32, now: DateTime<Utc>) -> Pace {
    let allowed = f64::from(calendar_days);
    let ended = |is: fn(Stage) -> bool| -> Vec<f64> {
        courses.iter().filter(|one| is(one.now())).filter_map(Course::days_to_end).collect()
    };
    let decided = ended(|stage| matches!(stage, Stage::Hired | Stage::Rejected));
    let waiting: Vec<f64> = courses
        .iter()
        .filter(|one| one.now().is_active())
        .filter_map(|one| Some(days_between(one.applied_at()?, now)))
        .collect();
    Pace {
        to_hire: Days::of(ended(|stage| stage == Stage::Hired)),
        to_end: Days::of(ended(|stage| !stage.is_active())),
        in_time: number(decided.iter().filter(|days| **days <= allowed).count()),
        decided: number(decided.len()),
        overdue: number(waiting.iter().filter(|days| **days > allowed).count()),
        under_way: number(waiting.len()),
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
