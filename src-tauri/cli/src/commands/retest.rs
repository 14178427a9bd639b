//! `assay retest`: marking again, for one's own consistency.

use std::path::PathBuf;

use assay_domain::ids::InterviewId;
use assay_domain::words::counted_many;
use assay_engine::retests::{self, RetestItem, RubricConsistency};
use clap::Subcommand;

use super::scorecard::{file, form};
use crate::failure::Result;
use crate::output::{Answer, percent, table};
use crate::session::Session;

/// Commands on marking again.
#[derive(Debug, Subcommand)]
pub enum Retest {
    /// Take own scorecards of at least seven days ago, shuffled; until they are marked their applications are closed to you
    Begin {
        /// How many at most
        #[arg(long, default_value_t = 10)]
        most: u32,
    },
    /// What is still to be marked again
    Open,
    /// What to rate; --json holds a "scorecard" to fill in and submit
    Form {
        /// Id of the interview
        interview: InterviewId,
    },
    /// Submit a second marking; it never counts in scores
    Submit {
        /// Id of the interview
        interview: InterviewId,
        /// The scorecard, as JSON; - is standard input
        #[arg(long)]
        file: PathBuf,
    },
    /// Give up what is still to be marked again
    Stop,
    /// How often your level was the same
    Show,
}

/// Runs one.
pub fn run(session: &Session, command: Retest) -> Result<Answer> {
    let (store, viewer, now) = (&session.store, session.viewer, session.now());
    match command {
        Retest::Begin { most } => {
            let done = retests::begin(store, viewer, now, most)?;
            Ok(Answer::done("retests", &done, shown(&done.value)))
        }
        Retest::Open => {
            let open = retests::open(store, viewer)?;
            Ok(Answer::of("retests", &open, shown(&open)))
        }
        Retest::Form { interview } => Ok(form::answer(&retests::form(store, viewer, interview)?)),
        Retest::Submit { interview, file } => {
            let done = retests::submit(store, viewer, now, interview, file::read(&file)?)?;
            let text = format!("Marked again. {} are still to be done.", done.value.len());
            Ok(Answer::done("retests", &done, text))
        }
        Retest::Stop => {
            let done = retests::stop(store, viewer, now)?;
            Ok(Answer::done("stopped", &done, format!("{} given up.", done.value)))
        }
        Retest::Show => {
            let found = retests::consistency(store, viewer, now)?;
            let mut rows = vec![row("all", &found.all)];
            rows.extend(found.rubrics.iter().map(|one| row(&one.rubric_title, one)));
            let text = format!(
                "{} marked again, {} still to be done, {} can be taken now.\n\n{}",
                counted_many(found.scorecards, "scorecards"),
                found.open,
                found.can_begin,
                table(["rubric", "criteria", "same", "within one", "shift", "what can be said"], &rows, "")
            );
            Ok(Answer::of("consistency", &found, text))
        }
    }
}

fn shown(open: &[RetestItem]) -> String {
    let row = |one: &RetestItem| {
        let of = &one.interview;
        [one.position.to_string(), of.assessment_title.clone(), of.candidate_name.clone(), of.id.to_string()]
    };
    let rows: Vec<_> = open.iter().map(row).collect();
    table(["no", "assessment", "candidate", "interview"], &rows, "Nothing is to be marked again.")
}

fn row(title: &str, found: &RubricConsistency) -> [String; 6] {
    [
        title.to_owned(),
        found.criteria.to_string(),
        percent(found.same),
        percent(found.within_one),
        found.shift.map_or_else(|| "unknown".into(), |shift| format!("{shift:+.2} levels")),
        found.sentence.clone(),
    ]
}
