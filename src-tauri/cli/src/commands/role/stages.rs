//! `assay role stages`: which stages a role uses, and what it calls them.

use assay_domain::stage::Stage;
use assay_engine::roles::{self, RoleStage, RoleStageInput};
use clap::Args;

use crate::failure::Result;
use crate::names;
use crate::output::{Answer, or, table};
use crate::session::Session;

/// Arguments of `role stages`.
#[derive(Debug, Args)]
pub struct Stages {
    /// Title or id
    role: String,
    /// Leave this stage out: prospect, screening, interviewing, debrief, offer; may be given again
    #[arg(long, value_name = "STAGE")]
    without: Vec<Stage>,
    /// Use it again; may be given again
    #[arg(long, value_name = "STAGE")]
    with: Vec<Stage>,
    /// The role's own name for a stage, as interviewing="On site"; an empty one is the usual; may be given again
    #[arg(long, value_name = "STAGE=NAME", value_parser = named)]
    call: Vec<(Stage, String)>,
}

fn named(text: &str) -> std::result::Result<(Stage, String), String> {
    let (stage, title) = text.split_once('=').ok_or("write it as STAGE=NAME")?;
    let stage = stage.trim().parse::<Stage>().map_err(|error| error.to_string())?;
    Ok((stage, title.trim().to_owned()))
}

/// Changes the stages where something is asked for, and shows them.
pub fn run(session: &Session, args: &Stages) -> Result<Answer> {
    let role = names::role(session, &args.role)?;
    let before = roles::show(&session.store, session.viewer, role.id)?.pipeline;
    if args.without.is_empty() && args.with.is_empty() && args.call.is_empty() {
        return Ok(Answer::of("stages", &before, shown(&before)));
    }
    let input: Vec<RoleStageInput> = before.iter().filter_map(|one| wanted(one, args)).collect();
    let done = roles::set_stages(&session.store, session.viewer, session.now(), role.id, &input)?;
    let text = shown(&done.value.pipeline);
    Ok(Answer::of("stages", &done.value.pipeline, text).with("changed", &done.changed))
}

fn wanted(one: &RoleStage, args: &Stages) -> Option<RoleStageInput> {
    let used = (one.used || args.with.contains(&one.stage)) && !args.without.contains(&one.stage);
    let called = args.call.iter().rev().find(|(stage, _)| *stage == one.stage);
    let title = called.map_or_else(|| one.title.clone(), |(_, title)| title.clone());
    used.then_some(RoleStageInput { stage: one.stage, title })
}

fn shown(pipeline: &[RoleStage]) -> String {
    let used = |one: &RoleStage| match (one.used, one.optional) {
        (true, true) => "used",
        (true, false) => "always used",
        (false, _) => "left out",
    };
    let rows: Vec<_> = pipeline
        .iter()
        .map(|one| [one.stage.to_string(), or(&one.title, "its usual name"), used(one).to_owned()])
        .collect();
    table(["stage", "called", ""], &rows, "No stages.")
}
