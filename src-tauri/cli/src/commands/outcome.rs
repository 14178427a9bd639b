//! `assay outcome`: what became of hires.

use assay_domain::ids::RoleId;
use assay_domain::words::counted_many;
use assay_engine::outcomes::{
    self, FollowUp, GoalMet, HireOutcome as Kept, OutcomeInput, Prediction, PredictionRow,
};
use assay_engine::{applications, roles};
use clap::{Args, Subcommand};

use crate::failure::{Failure, Result};
use crate::names;
use crate::output::{Answer, date, day, table};
use crate::session::Session;

/// Commands on outcomes.
#[derive(Debug, Subcommand)]
pub enum Outcome {
    /// Hires of three or six months ago whose outcome nobody has told yet, with the goals
    Due,
    /// Keep what became of a hire after three or six months
    Keep(Keep),
    /// What was kept, newest first
    List {
        /// For this role only
        #[arg(long)]
        role: Option<String>,
    },
    /// Each assessment and criterion against the outcomes
    Predict {
        /// For this role only
        #[arg(long)]
        role: Option<String>,
    },
}

/// Arguments of `outcome keep`.
#[derive(Debug, Args)]
pub struct Keep {
    /// The application: its id, or its candidate
    application: String,
    /// After how many months: 3 or 6
    #[arg(long, value_parser = clap::value_parser!(u8).range(1..=12))]
    month: u8,
    /// Numbers of the role's goals that were met: 1,3
    #[arg(long, value_delimiter = ',')]
    met: Vec<usize>,
    /// Numbers of the role's goals that were not met; the others cannot be said yet
    #[arg(long, value_delimiter = ',')]
    missed: Vec<usize>,
    /// What the manager says: 1 (far below what was hoped) to 5 (far above)
    #[arg(long, value_parser = clap::value_parser!(u8).range(1..=5))]
    rating: Option<u8>,
    /// Anything else
    #[arg(long)]
    note: Option<String>,
    /// Forget what was kept for these months before; without it, what is not named now stays
    #[arg(long)]
    anew: bool,
    /// The role, where the candidate has several applications
    #[arg(long)]
    role: Option<String>,
    /// It is meant, although the months are not over by the stages: somebody hired before they came in here
    #[arg(long)]
    yes: bool,
}

/// Runs one.
pub fn run(session: &Session, command: Outcome) -> Result<Answer> {
    let of = |role: Option<String>| -> Result<Option<RoleId>> {
        role.map(|role| Ok(names::role(session, &role)?.id)).transpose()
    };
    match command {
        Outcome::Due => due(session),
        Outcome::Keep(args) => keep(session, args),
        Outcome::List { role } => list(session, of(role)?),
        Outcome::Predict { role } => predict(session, of(role)?),
    }
}

fn due(session: &Session) -> Result<Answer> {
    let due = outcomes::follow_ups(&session.store, session.viewer, session.now())?;
    let row = |one: &FollowUp| {
        let goals: Vec<String> =
            (1..).zip(&one.goals).map(|(number, goal)| format!("{number}. {goal}")).collect();
        [one.who.name.clone(), one.role_title.clone(), one.month.to_string(), day(one.on), goals.join(" ")]
    };
    let rows: Vec<_> = due.iter().map(row).collect();
    let text = table(["hire", "role", "months", "since", "goals"], &rows, "Nobody is to be asked about now.");
    Ok(Answer::of("follow_ups", &due, text))
}

fn list(session: &Session, role: Option<RoleId>) -> Result<Answer> {
    let kept = outcomes::list(&session.store, session.viewer, role)?;
    let rows: Vec<_> = kept.iter().map(row).collect();
    let heads = ["hire", "role", "months", "goals met", "rating", "note"];
    Ok(Answer::of("outcomes", &kept, table(heads, &rows, "No outcome is kept yet.")))
}

fn predict(session: &Session, role: Option<RoleId>) -> Result<Answer> {
    let found = outcomes::predictions(&session.store, session.viewer, session.now(), role)?;
    let rows: Vec<_> = found.rows.iter().flat_map(lines).collect();
    let none = "No outcome of a hire with a scorecard is kept yet.";
    let mut text =
        format!("{}, an outcome kept of {}.\n", counted_many(found.hires, "hires"), found.followed_up);
    if found.closed > 0 {
        let are = if found.closed == 1 { "is" } else { "are" };
        let closed = counted_many(found.closed, "applications");
        text += &format!("{closed} {are} closed to you, and left out.\n");
    }
    text += &format!("\n{}\n{}\n", table(["score", "outcome", "what can be said"], &rows, none), found.note);
    Ok(Answer::of("predictions", &found, text))
}

fn keep(session: &Session, args: Keep) -> Result<Answer> {
    let (store, viewer) = (&session.store, session.viewer);
    let id = names::application(session, &args.application, args.role.as_deref())?;
    let role = applications::show(store, viewer, id)?.role_id;
    let goals = roles::show(store, viewer, role)?.goals;
    ensure_known(&args, &goals)?;
    let kept = outcomes::list(store, viewer, Some(role))?;
    let there = kept.into_iter().find(|one| one.application_id == id && one.month == args.month);
    let stays = there.as_ref().filter(|_| !args.anew);
    let input = OutcomeInput {
        application_id: id,
        month: args.month,
        goals: told(&args, goals, stays),
        manager_rating: args.rating.or(stays.and_then(|one| one.manager_rating)),
        note: args.note.or(stays.map(|one| one.note.clone())).unwrap_or_default(),
        ahead: args.yes,
    };
    let done = outcomes::keep(store, viewer, session.now(), &input)?;
    let mut text = format!("Kept: {} after {} months.", done.value.candidate_name, done.value.month);
    if let Some(there) = &there {
        let became = if args.anew {
            "This has taken its place."
        } else {
            "What you did not name stays as it was; --anew starts afresh."
        };
        text += &format!("\nOne of {} by {} was there. {became}", date(there.at), there.by);
    }
    Ok(Answer::done("outcome", &done, text).with("replaced", &there))
}

/// Refuses goals that the role has not, and what is given both as met and as missed.
fn ensure_known(args: &Keep, goals: &[String]) -> Result<()> {
    if let Some(wrong) =
        args.met.iter().chain(&args.missed).find(|number| **number == 0 || **number > goals.len())
    {
        return Err(Failure::usage(
            format!("there is no goal {wrong}: the role has {}", goals.len()),
            "`assay outcome due` numbers them.",
        ));
    }
    if let Some(both) = args.met.iter().find(|number| args.missed.contains(number)) {
        return Err(Failure::usage(
            format!("goal {both} is given as met and as missed: {}", goals[both - 1]),
            "Name it once; a goal of which it cannot be said yet is named in neither.",
        ));
    }
    Ok(())
}

/// The role's goals with what is said of them now, else what was kept; then what was kept of goals that the role has no more.
fn told(args: &Keep, goals: Vec<String>, stays: Option<&Kept>) -> Vec<GoalMet> {
    let kept = stays.map_or(&[][..], |one| &one.goals);
    let now = |(number, goal): (usize, String)| {
        let met = args.met.contains(&number).then_some(true);
        let met = met.or_else(|| args.missed.contains(&number).then_some(false));
        let before = || kept.iter().find(|one| one.goal == goal)?.met;
        GoalMet { met: met.or_else(before), goal }
    };
    let mut all: Vec<GoalMet> = (1..).zip(goals).map(now).collect();
    for one in kept {
        if !all.iter().any(|now| now.goal == one.goal) {
            all.push(one.clone());
        }
    }
    all
}

fn row(one: &Kept) -> [String; 6] {
    let met = one.goals.iter().filter(|goal| goal.met == Some(true)).count();
    let known = one.goals.iter().filter(|goal| goal.met.is_some()).count();
    let rating = one.manager_rating.map_or_else(|| "unknown".into(), |rating| rating.to_string());
    [
        one.candidate_name.clone(),
        one.role_title.clone(),
        one.month.to_string(),
        format!("{met} of {known}"),
        rating,
        one.note.clone(),
    ]
}

fn lines(row: &PredictionRow) -> [[String; 3]; 2] {
    let score = match &row.criterion {
        None => row.rubric_title.clone(),
        Some(_) => format!("- {}", row.criterion_title),
    };
    let line = |score: &str, outcome: &str, found: &Prediction| {
        [score.to_owned(), outcome.to_owned(), found.sentence.clone()]
    };
    [line(&score, "goals met", &row.goals_met), line("", "manager's rating", &row.manager_rating)]
}
