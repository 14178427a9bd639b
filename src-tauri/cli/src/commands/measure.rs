//! `assay measure`: statistics over a file of ratings that has nothing to do with a workspace, so that anybody can check them.

mod agreement;
mod impact;
mod input;
mod robustness;
mod severity;

use std::path::{Path, PathBuf};

use assay_domain::measure::MeasureError;
use clap::{Args, Subcommand};
use serde_json::{Value, json};

use crate::failure::{Failure, Result};
use crate::output::Answer;
use input::{Case, File};

/// What the files hold.
pub const FILES: &str = "\
FILES: CSV with the columns candidate, rater, criterion, score (an empty score is \"not assessed\"); for impact group, \
applicants, selected, and where wanted stage and source. JSON: a list of such objects; or an object with \"ratings\" (rows of \
candidate, rater, criterion, score), \"criteria\" (id, weight) and \"scale\" ([1, 5]); for agreement also a matrix of raters \
and units under \"ratings\", or \"counts\"; for robustness also \"scores\" and \"weights\"; for impact \"group_a\" and \
\"group_b\". A list of such cases is answered under \"cases\".";

/// Commands on files of ratings.
#[derive(Debug, Subcommand)]
pub enum Measure {
    /// Whether raters see the same: Krippendorff's alpha, ICCs, kappas
    Agreement(Source),
    /// Scores corrected for the raters' severity, with how sure they are
    Severity(severity::Severity),
    /// Whether the order survives other weights
    Robustness(robustness::Robustness),
    /// Whether groups are selected alike: four fifths, exact tests
    Impact(File),
}

/// A file of ratings, and what it may leave out.
#[derive(Debug, Args)]
pub struct Source {
    /// CSV with the columns candidate, rater, criterion, score; or JSON; - is standard input
    file: PathBuf,
    /// Weights of the criteria, else those of the file, else equal: "depth=3,clarity=1"
    #[arg(long, value_name = "NAME=WEIGHT,...")]
    weights: Option<String>,
    /// Lowest and highest score, else those of the file, else 1:5
    #[arg(long, value_name = "LOW:HIGH")]
    scale: Option<String>,
    /// Seed of everything that is drawn
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Number of draws
    #[arg(long, value_name = "N")]
    draws: Option<usize>,
}

/// Runs one. No workspace is opened.
pub fn run(command: &Measure) -> Result<Answer> {
    match command {
        Measure::Agreement(args) => each(&args.file, |case| agreement::of(case, args)),
        Measure::Severity(args) => each(&args.source.file, |case| severity::of(case, args)),
        Measure::Robustness(args) => each(&args.source.file, |case| robustness::of(case, args)),
        Measure::Impact(args) => each(&args.file, impact::of),
    }
}

/// One case of a file, measured: an object and a text.
type Told = (Value, String);

/// Measures every case of a file. One case answers as one object; several stand under `cases`.
fn each(path: &Path, measure: impl Fn(&Case) -> Result<Told>) -> Result<Answer> {
    let (cases, many) = input::cases(path)?;
    if let ([case], false) = (cases.as_slice(), many) {
        let (value, text) = measure(case)?;
        return Ok(Answer::new(value, text));
    }
    let (mut values, mut texts) = (Vec::new(), Vec::new());
    for case in &cases {
        let (mut value, text) = measure(case)?;
        if let Some(object) = value.as_object_mut() {
            object.insert("id".to_owned(), json!(case.id));
        }
        values.push(value);
        texts.push(format!("{}\n\n{text}", case.id));
    }
    Ok(Answer::new(json!({"cases": values}), texts.join("\n")))
}

/// What the statistics refuse.
fn unfit(error: &MeasureError) -> Failure {
    Failure::refused(error.to_string(), "`assay help measure` says what the file may hold.")
}

/// A value as JSON.
fn json_of(value: &impl serde::Serialize) -> Result<Value> {
    let told = |error: serde_json::Error| Failure::refused(error.to_string(), "");
    serde_json::to_value(value).map_err(told)
}

/// A number to three places; what is unknown in words.
fn number(value: Option<f64>) -> String {
    value.map_or_else(|| "cannot be computed".into(), |value| format!("{value:.3}"))
}
