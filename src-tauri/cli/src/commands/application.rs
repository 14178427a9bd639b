//! `assay application`: who is considered for which role, and where it stands.

use assay_domain::ending::EndReason;
use assay_domain::ids::ApplicationId;
use assay_domain::stage::Stage;
use assay_engine::applications::{self, Application as Told, MoveInput};
use assay_engine::roles;
use clap::Subcommand;

use crate::asks;
use crate::failure::{Failure, Result};
use crate::names;
use crate::output::{Answer, cancelled, date, table};
use crate::secrets;
use crate::session::Session;

/// Commands on applications.
#[derive(Debug, Subcommand)]
pub enum Application {
    /// Consider a candidate for a role
    Add {
        /// Name, login or id
        candidate: String,
        /// Title or id
        #[arg(long)]
        role: String,
        /// Why, although the candidate is marked do-not-contact; stands in the history
        #[arg(long, value_name = "REASON")]
        despite_do_not_contact: Option<String>,
    },
    /// Move applications to another stage; several are one action, and taken back as one
    Move {
        /// Their ids, or their candidates
        #[arg(required = true, num_args = 1.., value_name = "APPLICATION")]
        applications: Vec<String>,
        /// prospect, applied, screening, interviewing, debrief, offer, hired, rejected, withdrawn; or the role's own name for one
        stage: String,
        /// Why it ends: below-expectations, missing-requirement, another-chosen, no-answer, role-closed, pay, location, other
        /// (rejected); other-offer, too-slow, not-the-role, personal, role-closed, pay, location, other (withdrawn)
        #[arg(long = "reason-kind", alias = "why", value_name = "KIND", hide_possible_values = true)]
        why: Option<EndReason>,
        /// Why, in words; needed to reject and to withdraw without --reason-kind, and to open again
        #[arg(long, default_value = "")]
        reason: String,
        /// The role, where the candidate has several applications
        #[arg(long)]
        role: Option<String>,
        /// Why, although the candidate is marked do-not-contact; stands in the history
        #[arg(long, value_name = "REASON")]
        despite_do_not_contact: Option<String>,
        /// Do not ask where somebody is hired without a decision or without a scorecard; needed then where there is no terminal
        /// to ask at
        #[arg(long)]
        yes: bool,
    },
    /// All applications, or those for one role
    List {
        /// Title or id
        #[arg(long)]
        role: Option<String>,
    },
}

/// Runs one.
pub fn run(session: &Session, command: Application) -> Result<Answer> {
    let (store, viewer, now) = (&session.store, session.viewer, session.now());
    match command {
        Application::Add { candidate, role, despite_do_not_contact } => {
            let candidate = names::candidate(session, &candidate)?;
            let role = names::role(session, &role)?;
            let done = match despite_do_not_contact {
                Some(why) => applications::add_despite(store, viewer, now, candidate, role.id, &why),
                None => applications::add(store, viewer, now, candidate, role.id),
            }?;
            let one = &done.value;
            let text = format!(
                "{} is considered for {}: {} ({}).",
                one.candidate_name, one.role_title, one.stage_title, one.id
            );
            Ok(Answer::done("application", &done, text))
        }
        Application::Move { applications, stage, why, reason, role, despite_do_not_contact, yes } => {
            let ids = applications
                .iter()
                .map(|name| names::application(session, name, role.as_deref()))
                .collect::<Result<Vec<_>>>()?;
            let to = meant(session, &ids, &stage)?;
            let input = MoveInput { to, why, reason, despite: despite_do_not_contact };
            if !yes {
                ask(session, &ids, &input)?;
            }
            moving(session, &ids, &input)
        }
        Application::List { role } => list(session, role.as_deref()),
    }
}

/// The stage that is meant, in the roles of all those applications.
fn meant(session: &Session, ids: &[ApplicationId], stage: &str) -> Result<Stage> {
    let mut found: Option<(Stage, String)> = None;
    for id in ids {
        let one = applications::show(&session.store, session.viewer, *id)?;
        let meant = roles::stage_meant(&session.store, session.viewer, one.role_id, stage)?;
        match &found {
            Some((other, role)) if *other != meant => {
                return Err(Failure::refused(
                    format!("\"{stage}\" is {other} in {role}, and {meant} in {}", one.role_title),
                    "Move the applications of each role by themselves, or give the stage's usual word.",
                ));
            }
            _ => found = Some((meant, one.role_title)),
        }
    }
    found.map(|(stage, _)| stage).ok_or_else(|| Failure::usage("no application is named", "Name one."))
}

/// Asks before somebody is hired for whom something is missing, where the reason that it needs is given.
fn ask(session: &Session, ids: &[ApplicationId], input: &MoveInput) -> Result<()> {
    if input.to != Stage::Hired || input.reason.trim().is_empty() {
        return Ok(());
    }
    let mut missing = Vec::new();
    for id in ids {
        let one = applications::show(&session.store, session.viewer, *id)?;
        if !one.before_hire.is_empty() {
            missing.push(format!("{}: {}.", one.candidate_name, one.before_hire.join(", ")));
        }
    }
    if missing.is_empty() { Ok(()) } else { secrets::meant(&missing.join(" ")) }
}

fn moving(session: &Session, ids: &[ApplicationId], input: &MoveInput) -> Result<Answer> {
    let done = applications::move_many(&session.store, session.viewer, session.now(), ids, input)?;
    let mut text = String::new();
    for one in &done.value.moved {
        text += &format!("{}, {}: {} now.\n", one.candidate_name, one.role_title, one.stage_title);
    }
    for one in &done.value.stayed {
        text += &format!("{} stays: {}.\n", one.candidate_name, one.why);
    }
    let asked = asks::told(done.value.stayed.iter().flat_map(|one| &one.asks));
    if !asked.is_empty() {
        text += &format!("  {asked}\n");
    }
    let ended = cancelled(&done.changed);
    let text = text.trim_end().to_owned() + &ended;
    let answer = match done.value.moved.as_slice() {
        [one] if ids.len() == 1 => Answer::of("application", one, text),
        moved => Answer::of("applications", &moved, text).with("stayed", &done.value.stayed),
    };
    Ok(answer.with("changed", &done.changed).refused_if(!done.value.stayed.is_empty()))
}

fn list(session: &Session, role: Option<&str>) -> Result<Answer> {
    let roles = match role {
        Some(name) => vec![names::role(session, name)?],
        None => roles::list(&session.store, session.viewer)?,
    };
    let mut all: Vec<Told> = Vec::new();
    for role in roles {
        all.extend(applications::list(&session.store, session.viewer, role.id)?);
    }
    let row = |one: &Told| {
        [
            one.candidate_name.clone(),
            one.role_title.clone(),
            one.stage_title.clone(),
            date(one.since),
            one.id.to_string(),
        ]
    };
    let rows: Vec<_> = all.iter().map(row).collect();
    let text = table(["candidate", "role", "stage", "since", "id"], &rows, "No applications.");
    Ok(Answer::of("applications", &all, text))
}
