//! `assay submission`: what candidates handed in.

mod add;
mod import;
mod show;

use assay_domain::ids::{EvidenceId, InterviewId, SubmissionId};
use assay_engine::submissions::{self, CitedLines, Submission as HandedIn};
use clap::{Args, Subcommand};
use serde_json::json;

use crate::failure::{Failure, Result};
use crate::names;
use crate::output::{Answer, date, table};
use crate::session::Session;

/// Commands on submissions.
#[derive(Debug, Subcommand)]
pub enum Submission {
    /// Add what a candidate handed in: answers, a text, files and folders
    Add(add::Add),
    /// Take in the CSV export of a form: a row for each candidate, its columns mapped once
    Import(import::Import),
    /// What was handed in, newest first
    List {
        /// Of this candidate: name, login or id
        #[arg(long)]
        candidate: Option<String>,
        /// For this role: title or id
        #[arg(long)]
        role: Option<String>,
    },
    /// One submission with its texts, their lines numbered
    Show {
        /// Its id
        submission: SubmissionId,
    },
    /// Take a submission away, while nobody has cited or marked it; `assay undo` brings it back
    Remove {
        /// Its id
        submission: SubmissionId,
    },
    /// Cite a part of a submission in your own open scorecard
    Cite(Cite),
}

/// Arguments of `submission cite`.
#[derive(Debug, Args)]
pub struct Cite {
    /// Id of the interview
    interview: InterviewId,
    /// Id of the rubric's criterion
    #[arg(long)]
    criterion: String,
    /// Id of the part, as `submission show` gives it
    #[arg(long)]
    part: EvidenceId,
    /// A line, or the first and the last, as 3-5; else the whole part
    #[arg(long, value_name = "LINES")]
    lines: Option<String>,
}

/// Runs one.
pub fn run(session: &Session, command: Submission) -> Result<Answer> {
    let (store, viewer, now) = (&session.store, session.viewer, session.now());
    match command {
        Submission::Add(args) => add::run(session, &args),
        Submission::Import(args) => import::run(session, &args),
        Submission::List { candidate, role } => {
            let candidate = candidate.map(|name| names::candidate(session, &name)).transpose()?;
            let role = role.map(|name| names::role(session, &name)).transpose()?;
            let found = submissions::list(store, viewer, candidate, role.map(|role| role.id))?;
            Ok(Answer::of("submissions", &found, listed(&found)))
        }
        Submission::Show { submission } => {
            let detail = submissions::show(store, viewer, submission)?;
            Ok(Answer::of("submission", &detail, show::shown(&detail)))
        }
        Submission::Remove { submission } => {
            let done = submissions::remove(store, viewer, now, submission)?;
            Ok(Answer::done("removed", &done, "Removed. `assay undo` brings it back."))
        }
        Submission::Cite(args) => cite(session, &args),
    }
}

fn listed(found: &[HandedIn]) -> String {
    let row = |one: &HandedIn| {
        [
            one.candidate_name.clone(),
            one.assessment_title.clone(),
            one.parts.len().to_string(),
            took(one),
            date(one.added_at),
            one.id.to_string(),
        ]
    };
    let rows: Vec<_> = found.iter().map(row).collect();
    table(["candidate", "assessment", "parts", "took", "added", "id"], &rows, "Nothing was handed in.")
}

/// How long it took, in words.
fn took(one: &HandedIn) -> String {
    one.minutes.map_or_else(|| "unknown".into(), |minutes| format!("{minutes} min"))
}

fn cite(session: &Session, args: &Cite) -> Result<Answer> {
    let lines = args.lines.as_deref().map(lines).transpose()?;
    let (store, viewer, now) = (&session.store, session.viewer, session.now());
    let at =
        submissions::cite(store, viewer, now, args.interview, &args.criterion, args.part, lines.as_ref())?;
    let saved = json!({"interview_id": args.interview, "saved_at": at});
    Ok(Answer::of("scorecard", &saved, format!("Cited for {}, in your draft.", args.criterion)))
}

fn lines(text: &str) -> Result<CitedLines> {
    let (from, to) = text.split_once('-').unwrap_or((text, text));
    match (from.trim().parse(), to.trim().parse()) {
        (Ok(from), Ok(to)) => Ok(CitedLines { from, to, quote: String::new() }),
        _ => Err(Failure::usage(format!("\"{text}\" are no lines"), "Give a line as 3, or several as 3-5.")),
    }
}
