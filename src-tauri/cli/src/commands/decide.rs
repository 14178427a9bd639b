//! `assay decide`: a person decides, with a reason, and writes it down like an architecture decision record.

use assay_domain::decision::{ConsideredOption, DecisionKind, DecisionRecord};
use assay_domain::ids::{ApplicationId, ScorecardId};
use assay_domain::words::counted;
use assay_engine::EngineError;
use assay_engine::applications::{self, Application};
use assay_engine::decisions::{self, Decision, DecisionGround, DecisionInput};
use assay_engine::interviews::{self, InterviewQuery, InterviewState};
use clap::Args;
use serde_json::json;

use crate::failure::{Failure, Result};
use crate::names;
use crate::output::{Answer, cancelled, heading, indented, or, percent, score};
use crate::secrets;
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
    /// What was known. Without it: plan version, score, who is not told apart, and what is open, as they stand now
    #[arg(long)]
    context: Option<String>,
    /// Another way that was considered, and behind a colon why it was not taken; may be given again. Without it the record
    /// names none: nobody considered any
    #[arg(long = "option", value_name = "OPTION: WHY NOT")]
    options: Vec<String>,
    /// What is expected after three months
    #[arg(long, value_name = "TEXT", default_value = "")]
    expect_three_months: String,
    /// What is expected after six months
    #[arg(long, value_name = "TEXT", default_value = "")]
    expect_six_months: String,
    /// What remains unknown
    #[arg(long, value_name = "TEXT", default_value = "")]
    unknown: String,
    /// Id of a scorecard that it rests on; may be given again. Without it: on all that were submitted
    #[arg(long = "scorecard", value_name = "ID")]
    scorecards: Vec<ScorecardId>,
    /// The role, where the candidate has several applications
    #[arg(long)]
    role: Option<String>,
    /// Do not ask where the decision ends the application without a scorecard that counts, or cancels open interviews; needed
    /// then where there is no terminal to ask at
    #[arg(long)]
    yes: bool,
    /// Why, although the candidate is not to be contacted; stands in the history
    #[arg(long, value_name = "WHY")]
    despite_do_not_contact: Option<String>,
}

/// Decides.
pub fn run(session: &Session, args: Decide) -> Result<Answer> {
    let (store, viewer, at) = (&session.store, session.viewer, session.now());
    let id = names::application(session, &args.application, args.role.as_deref())?;
    let ground = decisions::ground(store, viewer, at, id).map_err(|error| closed(session, id, error))?;
    let before = applications::show(store, viewer, id)?;
    let missing = ground.missing_for(args.decision);
    if !missing.is_empty() && !args.yes {
        secrets::meant(&missing.join(" "))?;
    }
    let scorecard_ids =
        if args.scorecards.is_empty() { ground.scorecard_ids.clone() } else { args.scorecards.clone() };
    let record = record(&args, &ground);
    let input =
        DecisionInput { application_id: id, kind: args.decision, reason: args.reason, scorecard_ids, record };
    let done = match &args.despite_do_not_contact {
        Some(why) => decisions::make_despite(store, viewer, at, &input, why)?,
        None => decisions::make(store, viewer, at, &input)?,
    };
    let after = applications::show(store, viewer, id)?;
    let moved = moved(&before, &after) + &cancelled(&done.changed);
    let text = format!("{}\n{moved}\n{}", head(&done.value), written(&done.value.record));
    Ok(Answer::done("decision", &done, text).with("before", &stage(&before)).with("after", &stage(&after)))
}

/// Where law 4 stands against it: which of the viewer's own interviews keep it closed, and what ends that.
fn closed(session: &Session, id: ApplicationId, error: EngineError) -> Failure {
    let query = InterviewQuery {
        application_id: Some(id),
        person_id: Some(session.viewer.0),
        state: Some(InterviewState::Open),
        role_id: None,
    };
    let own = match error {
        EngineError::ClosedToViewer => interviews::list(&session.store, session.viewer, &query),
        other => return other.into(),
    };
    let own = own.unwrap_or_default();
    // A marking again keeps it closed as well, and is no open interview.
    if own.is_empty() {
        return EngineError::ClosedToViewer.into();
    }
    let named: Vec<String> = own.iter().map(|one| format!("{} ({})", one.assessment_title, one.id)).collect();
    Failure::refused(
        format!("nothing can be decided while you hold an open interview here: {}", named.join(", ")),
        "Submit its scorecard with `assay scorecard submit ID --file CARD`, or cancel it with `assay interview cancel ID \
         --reason WHY`; with several do so for each.",
    )
}

/// From which stage to which, or that it stays.
fn moved(before: &Application, after: &Application) -> String {
    match before.stage == after.stage {
        true => format!("{} stays in stage {}.", after.candidate_name, after.stage_title),
        false => {
            format!("{} moves from {} to {}.", after.candidate_name, before.stage_title, after.stage_title)
        }
    }
}

fn stage(one: &Application) -> serde_json::Value {
    json!({"stage": one.stage, "stage_title": one.stage_title})
}

fn record(args: &Decide, ground: &DecisionGround) -> DecisionRecord {
    let option = |text: &String| {
        let (option, because) = text.split_once(':').unwrap_or((text, ""));
        ConsideredOption { option: option.to_owned(), because: because.to_owned() }
    };
    DecisionRecord {
        context: args.context.clone().unwrap_or_else(|| ground.context.clone()),
        options: args.options.iter().map(option).collect(),
        three_months: args.expect_three_months.clone(),
        six_months: args.expect_six_months.clone(),
        unknown: args.unknown.clone(),
        missing: String::new(),
    }
}

fn head(one: &Decision) -> String {
    format!(
        "{} for {}: score {}, {} of plan version {} assessed; rests on {}.",
        one.kind,
        one.role_title,
        score(one.score),
        percent(one.coverage),
        one.plan_version,
        counted(one.rests_on.len(), "scorecard", "scorecards"),
    )
}

/// The record of a decision, part by part; parts without a word are left out.
pub(crate) fn written(record: &DecisionRecord) -> String {
    let option = |one: &ConsideredOption| match one.because.as_str() {
        "" => one.option.clone(),
        because => format!("{}: {because}", one.option),
    };
    let options: Vec<String> = record.options.iter().map(|one| format!("- {}", option(one))).collect();
    let options = or(&options.join("\n"), "Not stated.");
    let parts = [
        ("Context", record.context.clone()),
        ("Options considered", options),
        ("Expected after three months", record.three_months.clone()),
        ("Expected after six months", record.six_months.clone()),
        ("What remains unknown", record.unknown.clone()),
        ("What was missing", record.missing.clone()),
    ];
    let told = parts.iter().filter(|(_, text)| !text.is_empty());
    told.map(|(title, text)| heading(title) + &indented(text)).collect()
}
