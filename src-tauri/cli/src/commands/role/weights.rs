//! `assay role weights`: shows or changes how much each assessment weighs.

use assay_engine::plans::{self, Plan, PlanAssessmentInput};
use assay_engine::roles;
use clap::Args;

use super::show::plan_table;
use crate::failure::{Failure, Result};
use crate::names;
use crate::output::Answer;
use crate::session::Session;

/// Arguments of `role weights`.
#[derive(Debug, Args)]
pub struct Weights {
    /// Title or id
    role: String,
    /// A new weight in per cent, as KIND=NN; all must sum to 100
    #[arg(long = "set", value_name = "KIND=NN", num_args = 1.., value_parser = weight)]
    set: Vec<(String, u32)>,
    /// Why; needed once a scorecard was submitted under the role
    #[arg(long, default_value = "")]
    reason: String,
}

fn weight(text: &str) -> std::result::Result<(String, u32), String> {
    let told = || "write it like code-review=30".to_owned();
    let (name, number) = text.rsplit_once('=').ok_or_else(told)?;
    Ok((name.trim().to_owned(), number.trim().trim_end_matches('%').parse().map_err(|_| told())?))
}

/// Changes them; shows them where nothing is to be changed.
pub fn run(session: &Session, args: &Weights) -> Result<Answer> {
    let role = names::role(session, &args.role)?;
    let detail = roles::show(&session.store, session.viewer, role.id)?;
    if args.set.is_empty() {
        return Ok(Answer::of("plan", &detail.plan, plan_table(&detail.plan)));
    }
    let changed = changed(&detail.plan, args)?;
    let done = plans::update(&session.store, session.viewer, session.now(), role.id, &changed, &args.reason)?;
    let plan = &done.value.plan;
    let text = format!("Plan of {}, version {}\n\n{}", role.title, plan.version, plan_table(plan));
    Ok(Answer::done("role", &done, text))
}

fn changed(plan: &Plan, args: &Weights) -> Result<Vec<PlanAssessmentInput>> {
    let mut inputs: Vec<PlanAssessmentInput> =
        plan.assessments.iter().map(PlanAssessmentInput::from).collect();
    for (name, weight) in &args.set {
        let id = names::assessment(plan, name)?.id.to_string();
        let reason = args.reason.trim();
        for one in inputs.iter_mut().filter(|one| one.id == id && one.weight != *weight) {
            one.weight = *weight;
            if !reason.is_empty() {
                one.weight_reason = reason.to_owned();
            }
        }
    }
    let sum: u32 = inputs.iter().fold(0, |sum, one| sum.saturating_add(one.weight));
    if sum != 100 {
        let now: Vec<String> =
            inputs.iter().map(|one| format!("{}={}", one.kind.slug(), one.weight)).collect();
        return Err(Failure::refused(
            format!("the weights sum to {sum}%, not to 100%"),
            format!("They would be {}.", now.join(" ")),
        ));
    }
    Ok(inputs)
}
