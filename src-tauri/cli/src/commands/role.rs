//! `assay role`: openings, their templates, plans and weights.

mod blind;
mod calendar;
mod edit;
mod figures;
mod new;
mod panel;
mod plan;
mod rubric;
mod show;
mod stages;
mod weights;

use assay_engine::roles::{self, RoleSummary};
use clap::Subcommand;

use crate::args::Global;
use crate::failure::Result;
use crate::names;
use crate::output::{Answer, date, table};
use crate::session::Session;

/// Commands on roles.
#[derive(Debug, Subcommand)]
pub enum Role {
    /// All roles, open ones first
    List,
    /// One role: goals, competencies, plan, pipeline
    Show {
        /// Title or id
        role: String,
        /// An earlier version of its plan
        #[arg(long, value_name = "N")]
        plan_version: Option<u32>,
    },
    /// Open a role from a template
    New(new::New),
    /// Change what a role says: title, level, specialisation, goals, competencies
    Edit(edit::Edit),
    /// What roles can be opened from; needs no workspace
    Templates,
    /// The plan: order, weights and why, time, rubrics, panels, what observes what; or store it as a file says
    Plan(plan::PlanArgs),
    /// Say who usually interviews
    Panel(panel::PanelArgs),
    /// Change the weights of a role's plan
    Weights(weights::Weights),
    /// Move an assessment to another version of its rubric, and say which scorecards stay
    Rubric(rubric::MoveRubric),
    /// The stages of a role: shown, left out, called otherwise
    Stages(stages::Stages),
    /// By which day after an application what is done
    Calendar(calendar::Calendar),
    /// Funnel, time in stage, time to hire, sources, against the plan's calendar
    Figures {
        /// Title or id
        role: String,
    },
    /// Review a role blind, or end it: who sees names, what is hidden and what cannot be
    Blind(blind::Blind),
    /// Close a role: it takes no new applications
    Close {
        /// Title or id
        role: String,
    },
    /// Open a closed role again
    Open {
        /// Title or id
        role: String,
    },
}

/// Runs one.
pub fn run(global: &Global, command: Role) -> Result<Answer> {
    if let Role::Templates = command {
        return new::templates();
    }
    let session = &Session::open(global)?;
    match command {
        Role::List | Role::Templates => list(session),
        Role::Show { role, plan_version } => show::run(session, &role, plan_version),
        Role::New(args) => new::run(session, args),
        Role::Edit(args) => edit::run(session, &args),
        Role::Plan(args) => plan::run(session, &args),
        Role::Panel(args) => panel::run(session, &args),
        Role::Weights(args) => weights::run(session, &args),
        Role::Rubric(args) => rubric::run(session, &args),
        Role::Stages(args) => stages::run(session, &args),
        Role::Calendar(args) => calendar::run(session, &args),
        Role::Figures { role } => figures::run(session, &role),
        Role::Blind(args) => blind::run(session, &args),
        Role::Close { role } => set_open(session, &role, false),
        Role::Open { role } => set_open(session, &role, true),
    }
}

fn list(session: &Session) -> Result<Answer> {
    let roles = roles::list(&session.store, session.viewer)?;
    let row = |one: &RoleSummary| {
        [
            one.title.clone(),
            one.seniority.title().into(),
            one.specialisation.title().into(),
            if one.open { "open" } else { "closed" }.into(),
            format!("{} of {}", one.active, one.applications),
            date(one.created_at),
            one.id.to_string(),
        ]
    };
    let rows: Vec<_> = roles.iter().map(row).collect();
    let headings = ["title", "level", "specialisation", "", "under way", "opened", "id"];
    let none = "No roles yet; `assay role new --template api-generalist` opens one.";
    Ok(Answer::of("roles", &roles, table(headings, &rows, none)))
}

fn set_open(session: &Session, role: &str, open: bool) -> Result<Answer> {
    let meant = names::role(session, role)?;
    let done = roles::set_open(&session.store, session.viewer, session.now(), meant.id, open)?;
    let text = format!("{} is {}.", meant.title, if open { "open" } else { "closed" });
    Ok(Answer::done("role", &done, text))
}
