//! `assay application`: who is considered for which role, and where it stands.

use assay_domain::stage::Stage;
use assay_engine::applications::{self, Application as Told};
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
    /// Move an application to another stage
    Move {
        /// Its id, or its candidate
        application: String,
        /// prospect, applied, screening, interviewing, debrief, offer, hired, rejected, withdrawn
        stage: Stage,
        /// Why; needed to reject, to withdraw and to open again
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
        Application::Move { application, stage, reason, role, despite_do_not_contact } => {
            let id = names::application(session, &application, role.as_deref())?;
            let done = match despite_do_not_contact {
                Some(why) => applications::move_despite(store, viewer, now, id, stage, &reason, &why)?,
                None => applications::move_to(store, viewer, now, id, stage, &reason)?,
            };
            let one = &done.value;
            let (who, what, ended) = (&one.candidate_name, &one.role_title, cancelled(&done.changed));
            let text = format!("{who}, {what}: {} now.{ended}", one.stage);
            Ok(Answer::done("application", &done, text))
        }
        Application::List { role } => list(session, role.as_deref()),
    }
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
