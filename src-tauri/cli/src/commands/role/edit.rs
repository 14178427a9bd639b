//! `assay role edit`: what a role says and what it asks for.

use assay_domain::role::{Seniority, Specialisation};
use assay_engine::roles::{self, RoleCompetency, RoleDetail, RoleInput};
use assay_engine::rubrics;
use clap::Args;

use super::new::seniority;
use super::show;
use crate::failure::{Failure, Result};
use crate::names;
use crate::output::{Answer, list_or};
use crate::secrets;
use crate::session::Session;

/// Arguments of `role edit`.
#[derive(Debug, Args)]
pub struct Edit {
    /// Title or id
    role: String,
    /// Another title
    #[arg(long)]
    title: Option<String>,
    /// Another level: mid, senior, staff
    #[arg(long, value_parser = seniority)]
    seniority: Option<Seniority>,
    /// Another specialisation: api-generalist, data-intensive, high-performance
    #[arg(long, value_parser = specialisation)]
    specialisation: Option<Specialisation>,
    /// What the person will have done after six months, in place of all goals before; may be given again
    #[arg(long = "goal", value_name = "TEXT")]
    goals: Vec<String>,
    /// Ask for a competency, as databases="Explains a plan."; what was expected before is replaced; may be given again
    #[arg(long, value_name = "SLUG=TEXT", value_parser = asked)]
    ask: Vec<(String, String)>,
    /// Ask for this competency no longer; may be given again
    #[arg(long, value_name = "SLUG")]
    drop: Vec<String>,
    /// Do not ask where scorecards have looked at what is dropped; needed then where there is no terminal to ask at
    #[arg(long)]
    yes: bool,
}

fn specialisation(word: &str) -> std::result::Result<Specialisation, String> {
    let all = || Specialisation::ALL.map(Specialisation::slug).join(", ");
    Specialisation::from_slug(word).ok_or_else(|| format!("allowed: {}", all()))
}

fn asked(text: &str) -> std::result::Result<(String, String), String> {
    let (slug, what) = text.split_once('=').ok_or("write it as SLUG=TEXT")?;
    Ok((slug.trim().to_owned(), what.trim().to_owned()))
}

/// Changes what is given, and shows the role.
pub fn run(session: &Session, args: &Edit) -> Result<Answer> {
    let (store, viewer) = (&session.store, session.viewer);
    let before = roles::show(store, viewer, names::role(session, &args.role)?.id)?;
    let input = RoleInput {
        title: args.title.clone().unwrap_or_else(|| before.summary.title.clone()),
        seniority: args.seniority.unwrap_or(before.summary.seniority),
        specialisation: args.specialisation.unwrap_or(before.summary.specialisation),
        goals: if args.goals.is_empty() { before.goals.clone() } else { args.goals.clone() },
        competencies: competencies(&before, args)?,
    };
    ask(&before, &input.competencies, args.yes)?;
    let done = roles::update(store, viewer, session.now(), before.summary.id, &input)?;
    let text = show::shown(&done.value, &done.value.plan);
    Ok(Answer::done("role", &done, text))
}

fn competencies(before: &RoleDetail, args: &Edit) -> Result<Vec<RoleCompetency>> {
    let mut all = before.competencies.clone();
    for slug in &args.drop {
        let place = all.iter().position(|one| one.slug == *slug).ok_or_else(|| {
            let slugs = list_or(all.iter().map(|one| one.slug.as_str()), "nothing");
            Failure::refused(format!("the role does not ask for {slug}"), format!("It asks for: {slugs}."))
        })?;
        all.remove(place);
    }
    for (slug, expectation) in &args.ask {
        match all.iter_mut().find(|one| one.slug == *slug) {
            Some(one) => one.expectation.clone_from(expectation),
            None => all.push(RoleCompetency {
                slug: slug.clone(),
                title: title(before, slug)?,
                expectation: expectation.clone(),
            }),
        }
    }
    Ok(all)
}

/// The name of a competency that the role's plan observes or that the box knows; the role's own name for it before the box's.
fn title(before: &RoleDetail, slug: &str) -> Result<String> {
    let own = before.coverage.iter().map(|one| (one.slug.as_str(), one.title.as_str()));
    let boxed = &rubrics::competencies()?.competencies;
    let boxed = boxed.iter().map(|one| (one.slug.0.as_str(), one.title.as_str()));
    let mut known: Vec<(&str, &str)> = own.chain(boxed).collect();
    if let Some((_, title)) = known.iter().find(|(other, _)| *other == slug) {
        return Ok((*title).to_owned());
    }
    known.sort_unstable();
    known.dedup_by_key(|(slug, _)| *slug);
    let slugs = list_or(known.iter().map(|(slug, _)| *slug), "none");
    Err(Failure::refused(format!("there is no competency {slug}"), format!("There are: {slugs}.")))
}

/// Asks before a role stops asking for what submitted scorecards looked at.
fn ask(before: &RoleDetail, after: &[RoleCompetency], yes: bool) -> Result<()> {
    let dropped = before.dropping.iter().filter(|one| !after.iter().any(|kept| kept.slug == one.slug));
    let told: Vec<&str> = dropped.map(|one| one.text.as_str()).collect();
    if told.is_empty() || yes {
        return Ok(());
    }
    secrets::meant(&told.join("\n"))
}
