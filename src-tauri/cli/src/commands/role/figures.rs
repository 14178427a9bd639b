//! `assay role figures`.

use assay_domain::figures::{Days, Pace, ReasonCount, SourceFigures, StageFigures};
use assay_engine::figures::{self, Milestone, RoleFigures};

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

fn shown(told: &RoleFigures) -> String {
    let mut text = format!("{}: {} applications\n", told.role_title, told.applications);
    text += &pace(&told.pace, told.calendar.days);
    text += &heading("Funnel");
    let rows: Vec<_> = told.funnel.iter().map(stage).collect();
    let heads =
        ["stage", "reached", "went on", "rejected", "withdrawn", "under way", "share going on", "days in it"];
    text += &table(heads, &rows, "No applications.");
    text += &heading("Sources");
    let rows: Vec<_> = told.sources.iter().map(source).collect();
    let heads = [
        "source",
        "applications",
        "reached interviewing",
        "reached offer",
        "hired",
        "rejected",
        "withdrawn",
        "days to the end",
    ];
    text += &table(heads, &rows, "No applications.");
    text += &format!("{}\n", told.interviewed);
    text += &heading("Why applications ended");
    text += &table(
        ["end", "reason", "how often"],
        &told.reasons.iter().map(reason).collect::<Vec<_>>(),
        "None has ended.",
    );
    text += &heading("What really happened, in days after the application");
    text +=
        &table(["what", "days"], &told.milestones.iter().map(milestone).collect::<Vec<_>>(), "Nothing yet.");
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

fn stage(one: &StageFigures) -> [String; 8] {
    let share = match (one.passing, one.passing95) {
        (Some(share), Some((low, high))) => {
            format!("{} ({} to {})", percent(share), percent(low), percent(high))
        }
        _ => "not known yet".to_owned(),
    };
    let counts =
        [one.reached, one.passed, one.rejected, one.withdrawn, one.under_way].map(|count| count.to_string());
    let [reached, passed, rejected, withdrawn, under_way] = counts;
    [one.stage.to_string(), reached, passed, rejected, withdrawn, under_way, share, days(&one.days)]
}

fn source(one: &SourceFigures) -> [String; 8] {
    let counts = [one.applications, one.interviewed, one.offered, one.hired, one.rejected, one.withdrawn];
    let [applications, interviewed, offered, hired, rejected, withdrawn] =
        counts.map(|count| count.to_string());
    let end = days(&one.days_to_end);
    [one.source.to_string(), applications, interviewed, offered, hired, rejected, withdrawn, end]
}

fn reason(one: &ReasonCount) -> [String; 3] {
    let why = one.reason.map_or("none of the list", |reason| reason.title());
    [one.end.to_string(), why.to_owned(), one.count.to_string()]
}

fn milestone(one: &Milestone) -> [String; 2] {
    let what = match one.stage {
        Some(stage) => format!("stage {stage}"),
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
