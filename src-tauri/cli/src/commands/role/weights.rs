//! `assay role weights`: shows or changes how much each assessment weighs.

use assay_engine::plans::{self, Plan, PlanAssessment, PlanAssessmentInput};
use assay_engine::roles;
use clap::Args;

use super::show::plan_table;
use crate::failure::{Failure, Result};
use crate::names;
use crate::output::Answer;
use crate::secrets;
use crate::session::Session;

/// Arguments of `role weights`.
#[derive(Debug, Args)]
pub struct Weights {
    /// Title or id
    role: String,
    /// A new weight in per cent, as KIND=NN; all must sum to 100
    #[arg(long = "set", value_name = "KIND=NN", num_args = 1.., value_parser = weight)]
    set: Vec<(String, u32)>,
    /// Why the plan changes; needed once a scorecard was submitted under the role, and told in the debrief from then on
    #[arg(long, default_value = "")]
    reason: String,
    /// Why an assessment weighs what it does, as KIND=TEXT; without it what was said before stays
    #[arg(long = "why", value_name = "KIND=TEXT", value_parser = why)]
    why: Vec<(String, String)>,
    /// Do not ask where scorecards are in already; needed then where there is no terminal to ask at
    #[arg(long)]
    yes: bool,
}

fn why(text: &str) -> std::result::Result<(String, String), String> {
    let (name, why) = text.split_once('=').ok_or_else(|| "write it like code-review=TEXT".to_owned())?;
    Ok((name.trim().to_owned(), why.trim().to_owned()))
}

/// Asks before weights change under which scorecards are in already, unless that was said to be meant.
pub(super) fn ask(plan: &Plan, after: &[PlanAssessmentInput], yes: bool) -> Result<()> {
    if yes || plan.weights_warning.is_empty() || !plan.moves_weights(after) {
        return Ok(());
    }
    secrets::meant(&plan.weights_warning)
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
    if args.set.is_empty() && args.why.is_empty() {
        let text = plan_table(&detail.plan);
        let said = if args.reason.trim().is_empty() {
            ""
        } else {
            "\nNothing was changed: a reason alone changes no weight. Give --set KIND=NN, or --why KIND=TEXT.\n"
        };
        return Ok(Answer::of("plan", &detail.plan, text + said));
    }
    let changed = changed(&detail.plan, args)?;
    ask(&detail.plan, &changed, args.yes)?;
    let done = plans::update(&session.store, session.viewer, session.now(), role.id, &changed, &args.reason)?;
    let plan = &done.value.plan;
    let mut text = format!("Plan of {}, version {}\n\n{}", role.title, plan.version, plan_table(plan));
    text += &kept_reasons(&detail.plan, plan);
    if done.changed.is_empty() {
        text += "\nNothing was changed: the plan says all of that already.\n";
    }
    Ok(Answer::done("role", &done, text))
}

/// Which assessments weigh another share for the reason that was written for the one before, and how to write another.
fn kept_reasons(before: &Plan, after: &Plan) -> String {
    let was = |one: &PlanAssessment| before.assessments.iter().find(|old| old.id == one.id);
    let line = |one: &PlanAssessment| {
        let old = was(one)?;
        let kept = old.weight != one.weight
            && !one.weight_reason.is_empty()
            && old.weight_reason == one.weight_reason;
        let (slug, reason) = (one.kind.slug(), &one.weight_reason);
        kept.then(|| {
            format!(
                "{slug}, {}% before and {}% now: \"{reason}\" --why {slug}=TEXT\n",
                old.weight, one.weight
            )
        })
    };
    let lines: String = after.assessments.iter().filter_map(line).collect();
    if lines.is_empty() {
        return lines;
    }
    format!(
        "\nThese reasons stand as they were written for the weights before; --why writes another:\n{lines}"
    )
}

fn changed(plan: &Plan, args: &Weights) -> Result<Vec<PlanAssessmentInput>> {
    let mut inputs: Vec<PlanAssessmentInput> =
        plan.assessments.iter().map(PlanAssessmentInput::from).collect();
    for (name, weight) in &args.set {
        let id = names::assessment(plan, name)?.id.to_string();
        inputs.iter_mut().filter(|one| one.id == id).for_each(|one| one.weight = *weight);
    }
    for (name, why) in &args.why {
        let id = names::assessment(plan, name)?.id.to_string();
        inputs.iter_mut().filter(|one| one.id == id).for_each(|one| one.weight_reason.clone_from(why));
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
