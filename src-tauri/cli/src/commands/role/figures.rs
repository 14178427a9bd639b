//! `assay role figures`.

use assay_domain::figures::{Days, Pace, ReasonCount, SourceFigures, StageFigures};
use assay_domain::stage::Stage;
use assay_domain::words::counted;
use assay_engine::figures::{self, Milestone, RoleFigures};
use assay_engine::roles::stage_called;

use crate::failure::Result;
use crate::names;
use crate::output::{Answer, fields, heading, percent, table};
use crate::session::Session;

/// Shows the figures of a role.
pub fn run(session: &Session, role: &str) -> Result<Answer> {
    let meant = names::role(session, role)?;
    let told = figures::role(&session.store, session.viewer, session.now(), meant.id)?;
    let text = shown(&told);
    Ok(Answer::of("figures", &told, text))
}

/// How the columns of a stage add up.
const ADDED_UP: &str = "Reached is the sum of the six columns behind it. The share going on is of those who reached the stage and are no \
     longer under way, here or before it.";

fn shown(told: &RoleFigures) -> String {
    let mut text = format!(
        "{}: {}\n",
        told.role_title,
        counted(told.applications as usize, "application", "applications")
    );
    text += &pace(&told.pace, told.calendar.days);
    text += &heading("Funnel");
    let called = |stage: Stage| stage_called(&told.pipeline, stage);
    let rows: Vec<_> = told.funnel.iter().map(|one| stage(one, called(one.stage))).collect();
    let heads = [
        "stage",
        "reached",
        "went on",
        "rejected",
        "withdrawn",
        "under way",
        "ended before it",
        "under way before it",
        "share going on",
        "days in it",
    ];
    text += &table(heads, &rows, "No applications.");
    text += &format!("{ADDED_UP}\n");
    text += &heading("Sources");
    let rows: Vec<_> = told.sources.iter().map(source).collect();
    let heads = [
        "source".to_owned(),
        "applications".to_owned(),
        format!("reached {}", called(Stage::Interviewing)),
        format!("reached {}", called(Stage::Offer)),
        called(Stage::Hired),
        called(Stage::Rejected),
        called(Stage::Withdrawn),
        "days to the end".to_owned(),
    ];
    text += &table(heads.each_ref().map(String::as_str), &rows, "No applications.");
    text += &format!("{}\n", told.interviewed);
    text += &heading("Why applications ended");
    text += &table(
        ["end", "reason", "how often"],
        &told.reasons.iter().map(|one| reason(one, called(one.end))).collect::<Vec<_>>(),
        "None has ended.",
    );
    text += &heading("What really happened, in days after the application");
    let rows: Vec<_> = told.milestones.iter().map(|one| milestone(one, &called)).collect();
    text += &table(["what", "days"], &rows, "Nothing yet.");
    text += &heading("What the plan's calendar says");
    text += &super::calendar::shown(&told.calendar);
    text
}

fn pace(pace: &Pace, calendar: u32) -> String {
    fields(&[
        ("Time to hire", days(&pace.to_hire)),
        ("Time to any end", days(&pace.to_end)),
        ("Decided by day", format!("{calendar}: {} of {} decided by us", pace.in_time, pace.decided)),
        ("Over it now", format!("{} of {} under way", pace.overdue, pace.under_way)),
    ])
}

fn stage(one: &StageFigures, name: String) -> [String; 10] {
    let share = match (one.passing, one.passing95) {
        (Some(share), Some((low, high))) => {
            format!("{} ({} to {})", percent(share), percent(low), percent(high))
        }
        _ => "not known yet".to_owned(),
    };
    let before = &one.rated_before;
    let counts = [
        one.reached,
        one.passed,
        one.rejected,
        one.withdrawn,
        one.under_way,
        before.rejected + before.withdrawn,
        before.under_way,
    ];
    let [reached, passed, rejected, withdrawn, under_way, ended_before, going_before] =
        counts.map(|count| count.to_string());
    let stands = days(&one.days);
    [name, reached, passed, rejected, withdrawn, under_way, ended_before, going_before, share, stands]
}

fn source(one: &SourceFigures) -> [String; 8] {
    let counts = [one.applications, one.interviewed, one.offered, one.hired, one.rejected, one.withdrawn];
    let [applications, interviewed, offered, hired, rejected, withdrawn] =
        counts.map(|count| count.to_string());
    let end = days(&one.days_to_end);
    [one.source.to_string(), applications, interviewed, offered, hired, rejected, withdrawn, end]
}

fn reason(one: &ReasonCount, end: String) -> [String; 3] {
    let why = one.reason.map_or("none of the list", |reason| reason.title());
    [end, why.to_owned(), one.count.to_string()]
}

fn milestone(one: &Milestone, called: &impl Fn(Stage) -> String) -> [String; 2] {
    let what = match one.stage {
        Some(stage) => format!("stage {}", called(stage)),
        None => format!("first scorecard: {}", one.assessment),
    };
    [what, days(&one.days)]
}

/// `12.5 (7 seen, 3.0 to 30.2)`; few are shown without their middle (law 1: what is not known is said).
fn days(told: &Days) -> String {
    let (Some(least), Some(most)) = (told.least, told.most) else { return "nothing to count yet".into() };
    match told.median {
        Some(median) => format!("{median:.1} ({} seen, {least:.1} to {most:.1})", told.count),
        None if told.count == 1 => format!("too few to tell (1 seen, {least:.1})"),
        None => format!("too few to tell ({} seen, {least:.1} to {most:.1})", told.count),
    }
}
