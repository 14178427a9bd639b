//! `assay export`: ratings, a debrief or a candidate as CSV or JSON.

use std::path::PathBuf;

use assay_domain::words::{counted, counted_many};
use assay_engine::exports::ExportRequest;
use clap::{Args, Subcommand};
use serde_json::json;

use crate::failure::Result;
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
    let (request, out) = match command {
        Export::Ratings { role, assessment, out } => {
            let role_id = names::role(session, role)?.id;
            let plan = assay_engine::roles::show(store, viewer, role_id)?.plan;
            let only = assessment.as_ref().map(|text| names::assessment(&plan, text)).transpose()?;
            (ExportRequest::Ratings { role_id, assessment_id: only.map(|one| one.id) }, out)
        }
        Export::Debrief { role, out } => {
            (ExportRequest::Debrief { role_id: names::role(session, role)?.id }, out)
        }
        Export::Candidate { candidate, out } => {
            (ExportRequest::Candidate { candidate_id: names::candidate(session, candidate)? }, out)
        }
    };
    let written = request.write(store, viewer, at, &out.out, out.replace)?;
    let told = format!(
        "{}: {}, {} bytes.{}",
        out.out.display(),
        counted_many(written.rows, written.noun),
        written.bytes,
        left_out(written.closed)
    );
    let fields =
        json!({"file": out.out, "rows": written.rows, "bytes": written.bytes, "closed": written.closed});
    Ok(Answer::of("exported", &fields, told))
}

/// What is not in the file, and when it will be; empty where nothing is left out.
fn left_out(closed: u32) -> String {
    if closed == 0 {
        return String::new();
    }
    let (are, them) = if closed == 1 { ("is", "its ratings are") } else { ("are", "their ratings are") };
    format!(
        " {} {are} closed to you while you hold an open interview there: {them} not in the file. Submit your scorecard and export \
         again.",
        counted(closed as usize, "application", "applications")
    )
}
