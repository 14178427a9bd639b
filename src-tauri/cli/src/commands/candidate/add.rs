//! `assay candidate new` and `add-list`.

use std::path::PathBuf;

use assay_domain::candidate::{Basis, CandidateInput, SourceKind};
use assay_engine::{accounts, candidates};
use clap::Args;

use super::super::provenance::ProvenanceArgs;
use crate::failure::Result;
use crate::names;
use crate::output::Answer;
use crate::session::{Session, read_text};

/// Arguments of `candidate new`.
#[derive(Debug, Args)]
pub struct New {
    /// The name
    #[arg(required_unless_present = "account")]
    name: Option<String>,
    /// From this account that no candidate has, as its newest profile says: login, numeric id or id
    #[arg(long, conflicts_with_all = ["name", "email", "location", "headline", "notes"])]
    account: Option<String>,
    /// E-mail address
    #[arg(long, default_value = "")]
    email: String,
    /// Where they live
    #[arg(long, default_value = "")]
    location: String,
    /// One line about them
    #[arg(long, default_value = "")]
    headline: String,
    /// Anything else
    #[arg(long, default_value = "")]
    notes: String,
    #[command(flatten)]
    provenance: ProvenanceArgs,
}

/// Arguments of `candidate add-list`.
#[derive(Debug, Args)]
pub struct AddList {
    /// A file of lines or CSV; - is standard input
    file: PathBuf,
    /// With an application for this role: title or id
    #[arg(long)]
    role: Option<String>,
    #[command(flatten)]
    provenance: ProvenanceArgs,
}

/// Adds one. Source and basis are "other" unless said.
pub fn new(session: &Session, args: New) -> Result<Answer> {
    let (store, viewer, now) = (&session.store, session.viewer, session.now());
    let done = match args.account {
        Some(login) => {
            let account = names::account(session, &login, &[])?;
            accounts::make_candidate(store, viewer, now, account.id)?
        }
        None => {
            let input = CandidateInput {
                name: args.name.unwrap_or_default(),
                email: args.email,
                location: args.location,
                headline: args.headline,
                notes: args.notes,
                provenance: args.provenance.or(SourceKind::Other, Basis::Other),
            };
            candidates::create(store, viewer, now, input)?
        }
    };
    let text = format!("Added {} ({}).", done.value.name, done.value.id);
    Ok(Answer::done("candidate", &done, text))
}

/// Adds everybody on the list who is not here yet.
pub fn list(session: &Session, args: AddList) -> Result<Answer> {
    let content = read_text(&args.file)?;
    let role = args.role.as_deref().map(|name| names::role(session, name)).transpose()?.map(|role| role.id);
    let provenance = args.provenance.or(SourceKind::Other, Basis::Other);
    let (store, viewer, now) = (&session.store, session.viewer, session.now());
    let done = candidates::add_list(store, viewer, now, &content, &provenance, role)?;
    let report = &done.value;
    let mut text = format!("{} added, {} were here already.\n", report.added, report.skipped);
    for problem in &report.problems {
        text += &format!("line {}: {} ({})\n", problem.line, problem.reason, problem.text);
    }
    let refused = !report.problems.is_empty();
    Ok(Answer::done("list", &done, text).refused_if(refused))
}
