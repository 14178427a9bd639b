//! `assay candidate do-not-contact`.

use assay_domain::contact::DoNotContactInput;
use assay_engine::candidates;
use clap::Args;

use crate::failure::Result;
use crate::names;
use crate::output::Answer;
use crate::session::Session;

/// Arguments of `candidate do-not-contact`.
#[derive(Debug, Args)]
pub struct DoNotContact {
    /// Name, login or id
    candidate: String,
    /// Why; stands with the mark, and in the journal
    #[arg(long)]
    reason: String,
    /// How the request came: by whom, in what form
    #[arg(long, default_value = "")]
    request: String,
    /// Take the mark off
    #[arg(long, conflicts_with = "request")]
    remove: bool,
}

/// Sets the mark, or takes it off.
pub fn run(session: &Session, args: DoNotContact) -> Result<Answer> {
    let (store, viewer, now) = (&session.store, session.viewer, session.now());
    let id = names::candidate(session, &args.candidate)?;
    if args.remove {
        let done = candidates::may_contact(store, viewer, now, id, &args.reason)?;
        let text = format!("{} may be contacted again.", done.value.name);
        return Ok(Answer::done("candidate", &done, text));
    }
    let input = DoNotContactInput { reason: args.reason, request: args.request };
    let done = candidates::do_not_contact(store, viewer, now, id, input)?;
    let text = format!("{} is not to be contacted.", done.value.name);
    Ok(Answer::done("candidate", &done, text))
}
