//! `assay role rubric`: moves an assessment of a role to another version of its rubric.

use assay_engine::plans::{self, RubricMove};
use assay_engine::roles;
use clap::Args;

use crate::failure::Result;
use crate::names;
use crate::output::{Answer, indented};
use crate::session::Session;

/// Arguments of `role rubric`.
#[derive(Debug, Args)]
pub struct MoveRubric {
    /// Title or id
    role: String,
    /// The assessment: its kind, title or id
    #[arg(long)]
    assessment: String,
    /// The version to rate by from now on
    #[arg(long, value_name = "VERSION")]
    to: u32,
    /// Why; needed once a scorecard was submitted under the role
    #[arg(long, default_value = "")]
    reason: String,
    /// Only say what it would mean
    #[arg(long)]
    dry_run: bool,
}

/// Moves it, and says which scorecards stay on the version that they were rated by.
pub fn run(session: &Session, args: &MoveRubric) -> Result<Answer> {
    let role = names::role(session, &args.role)?;
    let detail = roles::show(&session.store, session.viewer, role.id)?;
    let assessment = names::assessment(&detail.plan, &args.assessment)?.id;
    let meant = plans::rubric_move(&session.store, session.viewer, role.id, assessment, args.to)?;
    if args.dry_run {
        return Ok(Answer::of("move", &meant, told(&meant, "would be rated by")));
    }
    let (store, viewer) = (&session.store, session.viewer);
    let done = plans::move_rubric(store, viewer, session.now(), role.id, assessment, args.to, &args.reason)?;
    let plan = format!("Plan of {}, version {}.\n", role.title, done.value.plan.version);
    Ok(Answer::done("role", &done, told(&meant, "is rated by") + &plan).with("move", &meant))
}

fn told(meant: &RubricMove, verb: &str) -> String {
    let mut text = format!(
        "{} {verb} {} version {} instead of {}. Open interviews: {}.\n",
        meant.assessment_title, meant.rubric_id, meant.to, meant.from, meant.open_interviews
    );
    if meant.staying.is_empty() {
        return text + "No scorecard was submitted for it.\n";
    }
    text += "These scorecards stay on the version that they were rated by:\n";
    let line = |one: &plans::StayingScorecard| {
        format!("{}, by {}: version {}\n", one.candidate_name, one.person_name, one.rubric_version)
    };
    text + &indented(&meant.staying.iter().map(line).collect::<String>())
}
