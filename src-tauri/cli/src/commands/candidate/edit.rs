//! `assay candidate edit`.

use assay_domain::candidate::CandidateInput;
use assay_engine::candidates;
use clap::Args;

use super::super::provenance::ProvenanceArgs;
use crate::failure::Result;
use crate::names;
use crate::output::Answer;
use crate::session::Session;

/// Arguments of `candidate edit`: what is left out stays as it is.
#[derive(Debug, Args)]
pub struct Edit {
    /// Name, login or id
    candidate: String,
    /// The name
    #[arg(long)]
    name: Option<String>,
    /// E-mail address
    #[arg(long)]
    email: Option<String>,
    /// Where they live
    #[arg(long)]
    location: Option<String>,
    /// One line about them
    #[arg(long)]
    headline: Option<String>,
    /// Anything else
    #[arg(long)]
    notes: Option<String>,
    #[command(flatten)]
    provenance: ProvenanceArgs,
}

/// Changes what was given.
pub fn run(session: &Session, args: Edit) -> Result<Answer> {
    let id = names::candidate(session, &args.candidate)?;
    let before = candidates::show(&session.store, session.viewer, session.now(), id)?;
    let input = CandidateInput {
        name: args.name.unwrap_or(before.name),
        email: args.email.unwrap_or(before.email),
        location: args.location.unwrap_or(before.location),
        headline: args.headline.unwrap_or(before.headline),
        notes: args.notes.unwrap_or(before.notes),
        provenance: args.provenance.over(&before.provenance),
    };
    let done = candidates::update(&session.store, session.viewer, session.now(), id, input)?;
    let text = if done.changed.is_empty() {
        format!("{} is as before.", done.value.name)
    } else {
        format!("{} is changed.", done.value.name)
    };
    Ok(Answer::done("candidate", &done, text))
}
