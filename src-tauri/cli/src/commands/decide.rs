//! `assay decide`: a person decides, with a reason.

use assay_domain::decision::DecisionKind;
use assay_domain::ids::{ApplicationId, ScorecardId};
use assay_engine::debriefs;
use assay_engine::decisions::{self, DecisionInput};
use clap::Args;

use crate::failure::Result;
use crate::names;
use crate::output::{Answer, cancelled, percent, score};
use crate::session::Session;

/// Arguments of `decide`.
#[derive(Debug, Args)]
pub struct Decide {
    /// The application: its id, or its candidate
    application: String,
    /// advance, hold, reject, hire
    decision: DecisionKind,
    /// Why
    #[arg(long)]
    reason: String,
    /// Id of a scorecard that it rests on; may be given again. Without it: on all that were submitted
    #[arg(long = "scorecard", value_name = "ID")]
    scorecards: Vec<ScorecardId>,
    /// The role, where the candidate has several applications
    #[arg(long)]
    role: Option<String>,
    /// Why, although the candidate is not to be contacted; stands in the history
    #[arg(long, value_name = "WHY")]
    despite_do_not_contact: Option<String>,
}

/// Decides.
pub fn run(session: &Session, args: Decide) -> Result<Answer> {
    let id = names::application(session, &args.application, args.role.as_deref())?;
    let scorecard_ids = if args.scorecards.is_empty() { submitted(session, id)? } else { args.scorecards };
    let input = DecisionInput { application_id: id, kind: args.decision, reason: args.reason, scorecard_ids };
    let (store, viewer, at) = (&session.store, session.viewer, session.now());
    let done = match &args.despite_do_not_contact {
        Some(why) => decisions::make_despite(store, viewer, at, &input, why)?,
        None => decisions::make(store, viewer, at, &input)?,
    };
    let one = &done.value;
    let text = format!(
        "{} for {}: score {}, {} of plan version {} assessed; rests on {} scorecards.{}",
        one.kind,
        one.role_title,
        score(one.score),
        percent(one.coverage),
        one.plan_version,
        one.rests_on.len(),
        cancelled(&done.changed)
    );
    Ok(Answer::done("decision", &done, text))
}

fn submitted(session: &Session, application: ApplicationId) -> Result<Vec<ScorecardId>> {
    let explanation = debriefs::explain(&session.store, session.viewer, session.now(), application, None)?;
    Ok(explanation.parts.iter().flat_map(|part| part.scorecards.iter().map(|card| card.id)).collect())
}
