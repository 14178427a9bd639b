//! `assay role panel`: says who usually interviews.

use assay_domain::ids::PersonId;
use assay_engine::panels::{self, PanelInput};
use assay_engine::roles::{self, RoleDetail};
use clap::Args;

use crate::failure::Result;
use crate::names;
use crate::output::{Answer, list_or, table};
use crate::session::Session;

/// Arguments of `role panel`.
#[derive(Debug, Args)]
pub struct PanelArgs {
    /// Title or id
    role: String,
    /// The assessment: its kind, title or id; without one the panels are shown
    #[arg(long)]
    assessment: Option<String>,
    /// Somebody who usually holds it: name or id; may be given again, and replaces who was named before
    #[arg(long = "person", value_name = "PERSON", requires = "assessment")]
    people: Vec<String>,
    /// How many of them rate each candidate
    #[arg(long, requires = "assessment")]
    raters: Option<u32>,
    /// Name nobody any more
    #[arg(long, requires = "assessment", conflicts_with = "people")]
    nobody: bool,
}

/// Sets a panel; shows them where nothing is to be set.
pub fn run(session: &Session, args: &PanelArgs) -> Result<Answer> {
    let (store, viewer) = (&session.store, session.viewer);
    let role = names::role(session, &args.role)?;
    let detail = roles::show(store, viewer, role.id)?;
    let Some(assessment) = &args.assessment else {
        return Ok(Answer::of("panels", &detail.panels, panel_table(&detail)));
    };
    let id = names::assessment(&detail.plan, assessment)?.id;
    let held = detail.panels.iter().find(|one| one.assessment_id == id);
    let people = if args.people.is_empty() && !args.nobody {
        held.map(|panel| panel.people.iter().map(|one| one.id).collect()).unwrap_or_default()
    } else {
        let named = args.people.iter().map(|name| Ok(names::person(session, name)?.id));
        named.collect::<Result<Vec<PersonId>>>()?
    };
    let raters = args.raters.or(held.map(|panel| panel.raters)).unwrap_or(1);
    let input = PanelInput { assessment_id: id, raters, people };
    let done = panels::set(store, viewer, session.now(), role.id, &[input])?;
    Ok(Answer::done("role", &done, panel_table(&done.value)))
}

/// The panels, and what their people have open.
pub fn panel_table(role: &RoleDetail) -> String {
    let rows: Vec<_> = role
        .plan
        .assessments
        .iter()
        .zip(&role.panels)
        .map(|(one, panel)| {
            let person = |person: &panels::PanelPerson| match (person.archived, person.open_interviews) {
                (true, _) => format!("{} (archived)", person.name),
                (false, open) => format!("{} ({open} open)", person.name),
            };
            let people: Vec<String> = panel.people.iter().map(person).collect();
            [
                one.title.clone(),
                panel.raters.to_string(),
                list_or(people.iter().map(String::as_str), "nobody is named"),
            ]
        })
        .collect();
    table(["assessment", "raters", "panel"], &rows, "No assessments.")
}
