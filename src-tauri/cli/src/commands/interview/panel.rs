//! `assay interview panel`: assigns all that an application still lacks, in one action.

use assay_engine::interviews::{self, PanelPick};
use assay_engine::panels::{self, PanelSeat};
use clap::Args;

use super::assigned;
use crate::failure::Result;
use crate::names;
use crate::output::{Answer, table};
use crate::session::Session;

/// Arguments of `interview panel`.
#[derive(Debug, Args)]
pub struct PanelArgs {
    /// The application: its id, or its candidate
    application: String,
    /// The role, where the candidate has several applications
    #[arg(long)]
    role: Option<String>,
    /// Only say who would be assigned, and why
    #[arg(long)]
    dry_run: bool,
}

/// Assigns whom the engine suggests; seats for which nobody is to be had are told.
pub fn run(session: &Session, args: &PanelArgs) -> Result<Answer> {
    let (store, viewer) = (&session.store, session.viewer);
    let id = names::application(session, &args.application, args.role.as_deref())?;
    let seats = panels::seats(store, viewer, id)?;
    if args.dry_run || seats.is_empty() {
        return Ok(Answer::of("seats", &seats, shown(&seats)));
    }
    let picks: Vec<PanelPick> = seats.iter().filter_map(pick).collect();
    let done = interviews::assign_panel(store, viewer, session.now(), id, &picks)?;
    let mut text: String = done.value.iter().map(assigned).collect();
    for empty in seats.iter().filter(|seat| seat.person.is_none()) {
        text += &format!("{}: nobody. {}\n", empty.assessment_title, empty.why);
    }
    text += hint(&seats);
    text += "`assay undo` takes all of it back.\n";
    Ok(Answer::done("interviews", &done, text).with("seats", &seats))
}

fn pick(seat: &PanelSeat) -> Option<PanelPick> {
    Some(PanelPick { assessment_id: seat.assessment_id, person_id: seat.person.as_ref()?.id })
}

fn shown(seats: &[PanelSeat]) -> String {
    let row = |seat: &PanelSeat| {
        let who = seat.person.as_ref().map_or("nobody", |person| person.name.as_str());
        [seat.assessment_title.clone(), format!("{} min", seat.minutes), who.to_owned(), seat.why.clone()]
    };
    let rows: Vec<_> = seats.iter().map(row).collect();
    table(["assessment", "time", "suggested", "why"], &rows, "Every seat of the panel is taken.")
        + hint(seats)
}

/// What to do where somebody is missing.
fn hint(seats: &[PanelSeat]) -> &'static str {
    let missing = seats.iter().any(|seat| seat.person.is_none());
    if missing { "`assay role panel` names people for an assessment.\n" } else { "" }
}
