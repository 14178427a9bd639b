//! `assay rubric`: the rubrics there are, and checking files.

mod check;
mod files;

use std::path::PathBuf;

use assay_domain::role::Seniority;
use assay_domain::rubric::{Criterion, Rubric as Content};
use assay_engine::rubrics::{self, RubricSummary};
use clap::Subcommand;

use crate::args::Global;
use crate::failure::{Failure, Result};
use crate::output::{Answer, heading, indented, table};
use crate::session::Session;

/// Commands on rubrics.
#[derive(Debug, Subcommand)]
pub enum Rubric {
    /// All rubric versions there are
    List,
    /// One rubric: criteria, anchors, probes, red flags
    Show {
        /// Its id
        id: String,
        /// Its version; else the newest
        #[arg(long)]
        version: Option<u32>,
    },
    /// Take rubric files in; a version that is here already with another text is refused
    Import {
        /// TOML files
        #[arg(required = true)]
        paths: Vec<PathBuf>,
    },
    /// Write a version as a TOML file
    Export {
        /// Its id
        id: String,
        /// A file that is not there yet
        path: PathBuf,
        /// Its version; else the newest
        #[arg(long)]
        version: Option<u32>,
    },
    /// What differs between two versions
    Compare {
        /// Its id
        id: String,
        /// The earlier version
        from: u32,
        /// The later version
        to: u32,
    },
    /// Check rubrics, role templates, competencies and kits; needs no workspace
    Check {
        /// TOML files, kits' folders, folders that hold some at any depth up to three
        #[arg(required = true)]
        paths: Vec<PathBuf>,
    },
}

/// Runs one.
pub fn run(global: &Global, command: Rubric) -> Result<Answer> {
    match command {
        Rubric::List => list(&Session::library(global)?),
        Rubric::Show { id, version } => show(&Session::library(global)?, &id, version),
        Rubric::Import { paths } => files::import(&Session::open(global)?, &paths),
        Rubric::Export { id, path, version } => {
            files::export(&Session::library(global)?, &id, version, &path)
        }
        Rubric::Compare { id, from, to } => files::compare(&Session::library(global)?, &id, from, to),
        Rubric::Check { paths } => check::run(&paths),
    }
}

fn list(session: &Session) -> Result<Answer> {
    let rubrics = rubrics::list(&session.store, session.viewer)?;
    let row = |one: &RubricSummary| {
        [
            one.id.clone(),
            one.version.to_string(),
            one.title.clone(),
            one.criteria.to_string(),
            one.levels.to_string(),
            one.roles.to_string(),
            if one.frozen { "used by scorecards" } else { "" }.into(),
        ]
    };
    let rows: Vec<_> = rubrics.iter().map(row).collect();
    let text =
        table(["id", "version", "title", "criteria", "levels", "open roles", ""], &rows, "No rubrics.");
    Ok(Answer::of("rubrics", &rubrics, text))
}

fn show(session: &Session, id: &str, version: Option<u32>) -> Result<Answer> {
    let version = match version {
        Some(version) => version,
        None => newest(session, id)?,
    };
    let rubric = rubrics::show(&session.store, session.viewer, id, version)?;
    let text = shown(&rubric, &Seniority::ALL) + &told(&rubric);
    Ok(Answer::of("rubric", &rubric, text))
}

fn newest(session: &Session, id: &str) -> Result<u32> {
    let all = rubrics::list(&session.store, session.viewer)?;
    all.iter().filter(|one| one.id == id).map(|one| one.version).max().ok_or_else(|| {
        Failure::refused(format!("there is no rubric {id}"), "`assay rubric list` shows the ids.")
    })
}

/// A rubric as text, with what it expects at these levels.
pub fn shown(rubric: &Content, levels: &[Seniority]) -> String {
    let mut text =
        format!("{} ({}, version {})\n{}\n", rubric.title, rubric.id, rubric.version, rubric.summary);
    for criterion in &rubric.criteria {
        text += &heading(&format!("{} ({}, weight {})", criterion.title, criterion.id, criterion.weight));
        text += &indented(&criterion_lines(criterion, levels));
    }
    if !rubric.red_flags.is_empty() {
        text += &heading("Red flags, noted beside the ratings and never taken off them");
    }
    for flag in &rubric.red_flags {
        text += &indented(&format!("{} ({}): {}", flag.title, flag.id, flag.evidence_to_note));
    }
    text
}

/// What a candidate's own feedback says, level by level.
fn told(rubric: &Content) -> String {
    let words = rubric.criteria.iter().filter_map(|one| Some((one, one.feedback.as_ref()?)));
    let words: String = words
        .map(|(criterion, words)| {
            let mut text = format!("{} ({})\n{}\n", words.title, criterion.id, words.looked_at);
            for (index, seen) in words.seen.iter().enumerate() {
                text += &format!("{}  {seen}\n", index + 1);
                text += &words.more.get(index).map(|more| format!("+  {more}\n")).unwrap_or_default();
            }
            indented(&text)
        })
        .collect();
    if words.is_empty() { words } else { heading("What a candidate's own feedback says") + &words }
}

fn criterion_lines(criterion: &Criterion, levels: &[Seniority]) -> String {
    let mut text = format!("Observes {}. {}\n", criterion.competency.0, criterion.weight_reason);
    text += &format!("{}\n", criterion.observe);
    for (index, anchor) in criterion.anchors.iter().enumerate() {
        text += &format!("{}  {anchor}\n", index + 1);
    }
    for level in levels {
        let expected = criterion.expected.get(*level);
        text += &format!("Expected, {}: level {}. {}\n", level.title(), expected.level, expected.text);
    }
    for look_for in &criterion.look_for {
        text += &format!("-  {look_for}\n");
    }
    for probe in &criterion.probes {
        text += &format!("?  {probe}\n");
    }
    text
}
