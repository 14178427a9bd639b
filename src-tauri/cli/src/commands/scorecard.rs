//! `assay scorecard`: what one person noted in one interview.

pub(super) mod file;
pub(super) mod form;
pub(super) mod log;
mod show;

use std::path::PathBuf;

use assay_domain::ids::InterviewId;
use assay_domain::scorecard::{Missing, NOT_ASSESSED};
use assay_engine::Done;
use assay_engine::scorecards::{self, Scorecard as Submitted};
use clap::Subcommand;

use crate::failure::Result;
use crate::output::{Answer, percent, score};
use crate::session::Session;

/// Commands on scorecards.
#[derive(Debug, Subcommand)]
pub enum Scorecard {
    /// What was submitted, newest version first
    Show {
        /// Id of the interview
        interview: InterviewId,
    },
    /// What to rate; --json holds a "scorecard" to fill in and submit, --out writes it into a file
    Form {
        /// Id of the interview
        interview: InterviewId,
        /// Write the scorecard to fill in to this file, which is not there yet
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
        /// What you have submitted stands in it, to begin an amendment from
        #[arg(long)]
        amend: bool,
    },
    /// Say what a filled-in scorecard still lacks
    Check {
        /// Id of the interview
        interview: InterviewId,
        /// The scorecard, as JSON; - is standard input
        #[arg(long)]
        file: PathBuf,
    },
    /// Submit a scorecard; it does not change afterwards
    Submit {
        /// Id of the interview
        interview: InterviewId,
        /// The scorecard, as JSON; - is standard input
        #[arg(long)]
        file: PathBuf,
        /// Type in for somebody else what they wrote on paper; the scorecard says so for ever
        #[arg(long)]
        paper: bool,
    },
    /// Submit a later version of your own scorecard; the first is kept
    Amend {
        /// Id of the interview
        interview: InterviewId,
        /// The scorecard, as JSON; - is standard input
        #[arg(long)]
        file: PathBuf,
        /// Why
        #[arg(long)]
        reason: String,
    },
}

/// Runs one.
pub fn run(session: &Session, command: Scorecard) -> Result<Answer> {
    let (store, viewer, now) = (&session.store, session.viewer, session.now());
    match command {
        Scorecard::Show { interview } => show::run(session, interview),
        Scorecard::Form { interview, out, amend } => form::run(session, interview, out.as_deref(), amend),
        Scorecard::Check { interview, file } => {
            let input = file::read(&file)?;
            let ratings =
                input.ratings.iter().map(|one| (one.criterion.as_str(), one.level, one.note.as_str()));
            let without = without_notes(ratings);
            let bare = bare(&without, "Add them before you submit.");
            let missing = scorecards::check(store, viewer, now, interview, input.clone())?;
            let hints = scorecards::hints(store, viewer, interview, input)?;
            let complete = missing.is_empty();
            let text = lacks(&missing) + &asks(&hints) + &bare;
            let answer =
                Answer::of("missing", &missing, text).with("hints", &hints).with("complete", &complete);
            let answer = answer.with("without_notes", &without);
            Ok(answer.refused_if(!complete))
        }
        Scorecard::Submit { interview, file, paper } => {
            let input = file::read(&file)?;
            let submit = if paper { scorecards::submit_paper } else { scorecards::submit };
            let hints = scorecards::hints(store, viewer, interview, input.clone())?;
            let done = submit(store, viewer, now, interview, input)?;
            Ok(handed_in(&done, &hints))
        }
        Scorecard::Amend { interview, file, reason } => {
            let input = file::read(&file)?;
            let hints = scorecards::hints(store, viewer, interview, input.clone())?;
            let done = scorecards::amend(store, viewer, now, interview, input, &reason)?;
            Ok(handed_in(&done, &hints))
        }
    }
}

fn lacks(missing: &[Missing]) -> String {
    if missing.is_empty() {
        return "Complete: it can be submitted.".into();
    }
    missing
        .iter()
        .map(|one| format!("{}: {}\n", one.criterion.as_deref().unwrap_or("scorecard"), one.what))
        .collect()
}

/// Questions that keep nothing from being submitted.
fn asks(hints: &[Missing]) -> String {
    let one =
        |hint: &Missing| format!("{}: {}\n", hint.criterion.as_deref().unwrap_or("scorecard"), hint.what);
    let lines: String = hints.iter().map(one).collect();
    if lines.is_empty() { lines } else { format!("\nWorth a note:\n{lines}") }
}

/// What was submitted, with the questions that it leaves open: an amendment can still answer them.
fn handed_in(done: &Done<Submitted>, hints: &[Missing]) -> Answer {
    let ratings = done.value.ratings.iter().map(|one| (one.criterion.as_str(), one.level, one.note.as_str()));
    let without = without_notes(ratings);
    let mut text = submitted(&done.value);
    let asked = asks(hints);
    if !asked.is_empty() {
        text += &format!("\n{asked}`assay scorecard amend` can still say it.\n");
    }
    text += &bare(&without, "`assay scorecard amend` adds them as a later version.");
    Answer::done("scorecard", done, text).with("hints", &hints).with("without_notes", &without)
}

/// The criteria that have a level and no note.
fn without_notes<'a>(ratings: impl Iterator<Item = (&'a str, Option<u8>, &'a str)>) -> Vec<String> {
    let bare = ratings.filter(|(_, level, note)| {
        level.is_some_and(|level| level != NOT_ASSESSED) && note.trim().is_empty()
    });
    bare.map(|(criterion, ..)| criterion.to_owned()).collect()
}

/// A remark on ratings without a note; nothing where each has one. `next`: a sentence on how notes still come in.
fn bare(without: &[String], next: &str) -> String {
    if without.is_empty() {
        return String::new();
    }
    format!(
        "\nWithout a note: {}. A level alone cannot be discussed: a note says what was seen or heard. {next}\n",
        without.join(", ")
    )
}

fn submitted(card: &Submitted) -> String {
    let of = &card.interview;
    let mut text = format!(
        "{} of {} by {}, version {}: {}, {} of the rubric assessed.",
        of.assessment_title,
        of.candidate_name,
        of.person_name,
        card.version,
        if card.closed { "score closed".into() } else { score(card.score) },
        percent(card.coverage)
    );
    if card.closed {
        text += " You hold another open interview with this candidate: scores are shown once you have submitted all of yours.";
    }
    if let Some(name) = &card.typed_in_by {
        text += &format!(" Typed in from paper by {name}.");
    }
    text
}
