//! `assay application`: who is considered for which role, and where it stands.

use assay_domain::ending::EndReason;
use assay_domain::stage::Stage;
use assay_engine::applications::{self, Application as Told, MoveInput};
use assay_engine::roles;
use clap::Subcommand;

use crate::failure::Result;
use crate::names;
use crate::output::{Answer, cancelled, date, table};
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
        /// prospect, applied, screening, interviewing, debrief, offer, hired, rejected, withdrawn
        stage: Stage,
        /// Why it ends: below-expectations, missing-requirement, another-chosen, no-answer, role-closed, pay, location, other
        /// (rejected); other-offer, too-slow, not-the-role, personal, role-closed, pay, location, other (withdrawn)
        #[arg(long, value_name = "WHY", hide_possible_values = true)]
        why: Option<EndReason>,
        /// Why, in words; needed to reject and to withdraw without --why, and to open again
        #[arg(long, default_value = "")]
        reason: String,
        /// The role, where the candidate has several applications
        #[arg(long)]
        role: Option<String>,
        /// Why, although the candidate is marked do-not-contact; stands in the history
        #[arg(long, value_name = "REASON")]
        despite_do_not_contact: Option<String>,
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
                Some(why) => applications::add_despite(store, viewer, now, candidate, role.id, &why)?,
                None => applications::add(store, viewer, now, candidate, role.id)?,
            };
            let one = &done.value;
            let text = format!(
                "{} is considered for {}: {} ({}).",
                one.candidate_name, one.role_title, one.stage, one.id
            );
            Ok(Answer::done("application", &done, text))
        }
        Application::Move { applications, stage, why, reason, role, despite_do_not_contact } => {
            let input = MoveInput { to: stage, why, reason, despite: despite_do_not_contact };
            moving(session, &applications, role.as_deref(), &input)
        }
        Application::List { role } => list(session, role.as_deref()),
    }
}

fn moving(session: &Session, named: &[String], role: Option<&str>, input: &MoveInput) -> Result<Answer> {
    let ids = named.iter().map(|name| names::application(session, name, role)).collect::<Result<Vec<_>>>()?;
    let done = applications::move_many(&session.store, session.viewer, session.now(), &ids, input)?;
    let mut text = String::new();
    for one in &done.value.moved {
        text += &format!("{}, {}: {} now.\n", one.candidate_name, one.role_title, one.stage);
    }
    for one in &done.value.stayed {
        text += &format!("{} stays: {}.\n", one.candidate_name, one.why);
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
            one.stage.to_string(),
            date(one.since),
            one.id.to_string(),
        ]
    };
    let rows: Vec<_> = all.iter().map(row).collect();
    let text = table(["candidate", "role", "stage", "since", "id"], &rows, "No applications.");
    Ok(Answer::of("applications", &all, text))
}
