//! `assay dossier`: one candidacy or one role as PDF or Markdown, and a candidate's own feedback.

use std::path::PathBuf;

use assay_domain::document::markdown;
use assay_engine::dossiers::{self, Dossier as Made, DossierFormat, FeedbackOptions};
use assay_report::{Fonts, pdf};
use clap::{Args, Subcommand};
use serde_json::json;

use crate::failure::{Failure, Result};
use crate::names;
use crate::output::{Answer, list_or, remark};
use crate::session::Session;

/// Commands on dossiers.
#[derive(Debug, Subcommand)]
pub enum Dossier {
    /// One candidacy: decision, score down to levels and weights, scorecards, plan and rubric versions
    Candidate {
        /// The application: its id, or its candidate
        application: String,
        /// The role, where the candidate has several applications
        #[arg(long)]
        role: Option<String>,
        /// The candidate's own feedback instead: no other candidate, no rater, no score, no internal note
        #[arg(long)]
        feedback: bool,
        /// A criterion that stays out of the feedback, as KIND/CRITERION; may be given again
        #[arg(long, value_name = "KEY", requires = "feedback")]
        leave_out: Vec<String>,
        /// The raters' notes are in the feedback too, without the names of your people and of other candidates. Read it first
        #[arg(long, requires = "feedback")]
        with_notes: bool,
        /// Where to
        #[command(flatten)]
        out: Out,
    },
    /// One role: the order and how sure it is, other weights, the raters, every score, the plan
    Role {
        /// Title or id
        role: String,
        /// Where to
        #[command(flatten)]
        out: Out,
    },
}

/// Where a dossier goes.
#[derive(Debug, Args)]
pub struct Out {
    /// A file that ends in .pdf or .md. Without it: Markdown on standard output
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Write over a file that is there
    #[arg(long, requires = "out")]
    replace: bool,
}

/// Runs one.
pub fn run(session: &Session, command: Dossier) -> Result<Answer> {
    let (store, viewer, at) = (&session.store, session.viewer, session.now());
    match command {
        Dossier::Candidate { application, role, feedback, leave_out, with_notes, out } => {
            let id = names::application(session, &application, role.as_deref())?;
            let made = if feedback {
                let options = FeedbackOptions { leave_out, with_notes };
                let made = dossiers::feedback(store, viewer, at, id, &options)?;
                say_general(&made.in_general);
                made
            } else {
                dossiers::candidate(store, viewer, at, id)?
            };
            written(&made, &out)
        }
        Dossier::Role { role, out } => {
            let id = names::role(session, &role)?.id;
            written(&dossiers::role(store, viewer, at, id)?, &out)
        }
    }
}

/// Says which rubrics have no words for candidates, so that their parts are told in general.
fn say_general(parts: &[String]) {
    let whose = match parts {
        [] => return,
        [_] => "Its rubric has",
        _ => "Their rubrics have",
    };
    remark(&format!(
        "note: told in general words only: {}. {whose} none for candidates (rubrics/README.md, \"feedback\")",
        parts.join(", ")
    ));
}

/// Why it is not to be handed over yet, on a line of its own.
fn draft(made: &Made) -> String {
    let why = made.warning.map(|why| format!("\nThis is a draft, not to be handed over: {why}"));
    why.unwrap_or_default()
}

/// Writes it, or answers with it.
fn written(made: &Made, out: &Out) -> Result<Answer> {
    let Some(path) = &out.out else {
        let text = markdown(&made.document);
        return Ok(Answer::of("dossier", &json!({"markdown": text, "name": made.stem}), text));
    };
    match DossierFormat::of(path)? {
        DossierFormat::Markdown => {
            let text = markdown(&made.document);
            dossiers::save(path, text.as_bytes(), out.replace)?;
            let told = format!("{}: {} bytes of Markdown.{}", path.display(), text.len(), draft(made));
            let fields = json!({
                "file": path, "format": "markdown", "bytes": text.len(), "warning": made.warning,
            });
            Ok(Answer::of("dossier", &fields, told))
        }
        DossierFormat::Pdf => {
            let (draft, warning) = (draft(made), made.warning);
            let made = pdf(&made.document, &Fonts::of_system())
                .map_err(|error| Failure::refused(error.to_string(), "Write it as .md instead."))?;
            dossiers::save(path, &made.bytes, out.replace)?;
            let mut told =
                format!("{}: {} pages, {} bytes.{draft}", path.display(), made.pages, made.bytes.len());
            if !made.without_font.is_empty() {
                told += &format!(
                    "\nThis machine has no font for {}: such letters stand as empty boxes, and the first page says so.",
                    list_or(&made.without_font, "")
                );
            }
            let fields = json!({
                "file": path, "format": "pdf", "bytes": made.bytes.len(), "pages": made.pages,
                "without_font": made.without_font, "warning": warning,
            });
            Ok(Answer::of("dossier", &fields, told))
        }
    }
}
