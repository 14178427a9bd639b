//! `assay export`: ratings, a debrief or a candidate as CSV or JSON.

use std::path::PathBuf;

use assay_engine::exports;
use clap::{Args, Subcommand};
use serde_json::json;

use crate::failure::{Failure, Result};
use crate::names;
use crate::output::Answer;
use crate::session::Session;

/// Commands that write data into files.
#[derive(Debug, Subcommand)]
pub enum Export {
    /// A role's ratings, one row for each criterion of each scorecard: CSV that `assay measure` reads, or JSON
    Ratings {
        /// Title or id
        role: String,
        /// Of one assessment: its kind, title or id
        #[arg(long)]
        assessment: Option<String>,
        /// Where to
        #[command(flatten)]
        out: Out,
    },
    /// A role's debrief, one row for each candidate, as CSV or JSON
    Debrief {
        /// Title or id
        role: String,
        /// Where to
        #[command(flatten)]
        out: Out,
    },
    /// A candidate whole, as JSON: everything about them that is open to you
    Candidate {
        /// Name, login or id
        candidate: String,
        /// Where to
        #[command(flatten)]
        out: Out,
    },
}

/// Where it goes.
#[derive(Debug, Args)]
pub struct Out {
    /// A file that ends in .csv or .json
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Write over a file that is there
    #[arg(long)]
    replace: bool,
}

/// Runs one.
pub fn run(session: &Session, command: &Export) -> Result<Answer> {
    let (store, viewer, at) = (&session.store, session.viewer, session.now());
    match command {
        Export::Ratings { role, assessment, out } => {
            let role = names::role(session, role)?.id;
            let plan = assay_engine::roles::show(store, viewer, role)?.plan;
            let only = assessment.as_ref().map(|text| names::assessment(&plan, text)).transpose()?;
            let rows = exports::ratings(store, viewer, at, role, only.map(|one| one.id))?;
            let text = if exports::is_table(&out.out)? {
                exports::ratings_csv(&rows)?
            } else {
                exports::json("ratings", &rows)?
            };
            written(out, &text, rows.len(), "ratings")
        }
        Export::Debrief { role, out } => {
            let role = names::role(session, role)?.id;
            let rows = exports::debrief(store, viewer, at, role)?;
            let text = if exports::is_table(&out.out)? {
                exports::debrief_csv(&rows)?
            } else {
                exports::json("debrief", &rows)?
            };
            written(out, &text, rows.len(), "candidates")
        }
        Export::Candidate { candidate, out } => {
            if exports::is_table(&out.out)? {
                return Err(Failure::refused("a candidate is no table", "Let the name end in .json."));
            }
            let id = names::candidate(session, candidate)?;
            let whole = exports::candidate(store, viewer, at, id)?;
            written(out, &exports::json("candidate", &whole)?, whole.scores.len(), "applications")
        }
    }
}

fn written(out: &Out, text: &str, rows: usize, noun: &str) -> Result<Answer> {
    exports::save(&out.out, text, out.replace)?;
    let told = format!("{}: {rows} {noun}, {} bytes.", out.out.display(), text.len());
    Ok(Answer::of("exported", &json!({"file": out.out, "rows": rows, "bytes": text.len()}), told))
}
