//! `assay role new`, and the templates it starts from.

use assay_domain::role::Seniority;
use assay_engine::roles::{self, NewRole, RoleInput, RoleTemplate, SeniorityTemplate};
use clap::Args;

use super::show;
use crate::failure::{Failure, Result};
use crate::output::{Answer, fields, indented, list_or};
use crate::session::Session;

/// Arguments of `role new`.
#[derive(Debug, Args)]
pub struct New {
    /// The template; `assay role templates` shows them
    #[arg(long)]
    template: String,
    /// Level: mid, senior, staff
    #[arg(long, default_value = "senior", value_parser = seniority)]
    seniority: Seniority,
    /// Title; else the template's
    #[arg(long)]
    title: Option<String>,
    /// What the person will have done after six months, instead of the template's goals; may be given again
    #[arg(long = "goal", value_name = "TEXT")]
    goals: Vec<String>,
}

pub(super) fn seniority(word: &str) -> std::result::Result<Seniority, String> {
    Seniority::from_slug(word).ok_or_else(|| "allowed: mid, senior, staff".into())
}

/// Opens the role.
pub fn run(session: &Session, args: New) -> Result<Answer> {
    let templates = roles::templates()?;
    let template = templates.into_iter().find(|one| one.id == args.template).ok_or_else(|| {
        Failure::refused(
            format!("there is no template {}", args.template),
            "`assay role templates` shows them.",
        )
    })?;
    let offered = template.seniorities.iter().find(|one| one.seniority == args.seniority);
    let level = offered.ok_or_else(|| {
        let offered = template.seniorities.iter().map(|one| one.seniority.slug());
        Failure::refused(
            format!("the template {} does not offer the level {}", template.id, args.seniority.slug()),
            format!("It offers: {}.", list_or(offered, "none")),
        )
    })?;
    let role = RoleInput {
        title: args.title.unwrap_or_else(|| template.title.clone()),
        seniority: args.seniority,
        specialisation: template.specialisation,
        goals: if args.goals.is_empty() { level.goals.clone() } else { args.goals },
        competencies: level.competencies.clone(),
    };
    let new = NewRole { role, assessments: level.assessments.clone() };
    let done = roles::create(&session.store, session.viewer, session.now(), &new)?;
    Ok(Answer::done("role", &done, show::shown(&done.value, &done.value.plan)))
}

/// All templates.
pub fn templates() -> Result<Answer> {
    let templates = roles::templates()?;
    let text: Vec<String> = templates.iter().map(shown).collect();
    Ok(Answer::of("templates", &templates, text.join("\n")))
}

fn shown(template: &RoleTemplate) -> String {
    let mut rows = vec![("title", template.title.clone()), ("when", template.summary.clone())];
    rows.extend(template.seniorities.iter().map(|level| (level.seniority.slug(), plan(level))));
    rows.push(("decided in", format!("{} days", template.calendar_days)));
    format!("{}\n{}", template.id, indented(&fields(&rows)))
}

fn plan(level: &SeniorityTemplate) -> String {
    let parts = level.assessments.iter().map(|one| format!("{}% {}", one.weight, one.kind.slug()));
    format!("{}; candidate's time {} minutes", list_or(parts, "none"), level.candidate_minutes)
}
