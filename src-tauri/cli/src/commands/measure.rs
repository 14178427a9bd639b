//! `assay measure`: statistics over a file of ratings that has nothing to do with a workspace, so that anybody can check them;
//! and the same over a role of a workspace.

mod agreement;
mod drift;
mod impact;
mod input;
mod many;
mod mirror;
mod retest;
mod robustness;
mod role;
mod severity;
mod validity;

use std::path::{Path, PathBuf};

use assay_domain::measure::MeasureError;
use clap::{Args, Subcommand};
use serde_json::{Value, json};

use crate::args::Global;
use crate::failure::{Failure, Result};
use crate::output::Answer;
use crate::session::Session;
use input::{Case, File};

/// What the files hold.
pub const FILES: &str = "\
ROLES: agreement, robustness, drift and mirror take --role ROLE instead of a FILE, and then measure a role of the workspace; \
order takes --role only: of a FILE `severity` gives the order, `severity` and the others take a FILE only. Applications that are closed to you are left out, and it is said how many; whoever reads is noted as having read \
ratings, as by `debrief`.

FILES: CSV, separated by commas, semicolons or tabs, with the columns candidate, rater, criterion, score (a score that is \
empty or NA is \"not assessed\"); where they stand, as in `assay export ratings`, criterion_weight, assessment and \
assessment_weight weigh the criteria, and levels is the scale; for drift where wanted \
held and marked (a number or a date), after_debrief (yes or no); for mirror where wanted note_length, minutes; for retest \
candidate, rater, criterion, first, second; for validity score, outcome (an empty outcome is somebody who was not hired); \
for impact group, applicants, selected, and where wanted stage and source. JSON: a list of such objects; or an object with \
\"ratings\" (rows of candidate, rater, criterion, score), \"criteria\" (id, weight) and \"scale\" ([1, 5]); for agreement \
also a matrix of raters and units under \"ratings\", or \"counts\"; for robustness also \"scores\" and \"weights\"; for \
impact \"group_a\" and \"group_b\". A list of such cases is answered under \"cases\".";

/// Commands on files of ratings and on roles.
#[derive(Debug, Subcommand)]
pub enum Measure {
    /// A role's order, plain and corrected for severity, how sure it is, and which interview would settle most
    Order(role::OfRole),
    /// Whether raters see the same: Krippendorff's alpha, ICCs, kappas
    Agreement(agreement::Args),
    /// Scores corrected for the raters' severity, with how sure they are
    Severity(severity::Severity),
    /// Whether the order survives other weights
    Robustness(robustness::Robustness),
    /// Whether groups are selected alike: four fifths, exact tests
    Impact(File),
    /// Whether severity moves: over the interviews, by the candidate before, after the debrief
    Drift(drift::Args),
    /// One rater's own marking beside the middle of the others
    Mirror(mirror::Args),
    /// Whether a rater gives the same the second time
    Retest(retest::Args),
    /// Whether scores predicted what became of the hires
    Validity(validity::Args),
}

/// What is measured: a file, or a role of the workspace.
#[derive(Debug, Args)]
pub struct FileOrRole {
    /// CSV with the columns candidate, rater, criterion, score; or JSON; - is standard input
    #[arg(conflicts_with = "role")]
    file: Option<PathBuf>,
    /// A role of the workspace instead of a file: title or id
    #[arg(long, value_name = "ROLE")]
    role: Option<String>,
}

/// What a file of ratings may leave out.
#[derive(Debug, Args)]
pub struct Source {
    /// Weights of the criteria, else those of the file, else equal: "depth=3,clarity=1"
    #[arg(long, value_name = "NAME=WEIGHT,...")]
    weights: Option<String>,
    /// Lowest and highest score, else those of the file, else 1:5
    #[arg(long, value_name = "LOW:HIGH")]
    scale: Option<String>,
    /// Seed of everything that is drawn, else 1
    #[arg(long)]
    seed: Option<u64>,
    /// Number of draws
    #[arg(long, value_name = "N")]
    draws: Option<usize>,
}

/// Runs one. A workspace is opened only for a role.
pub fn run(global: &Global, command: &Measure) -> Result<Answer> {
    let with =
        |input: &FileOrRole,
         file: &dyn Fn(&Path) -> Result<Answer>,
         role: &dyn Fn(&Session, &str) -> Result<Answer>| match (&input.file, &input.role) {
            (Some(path), _) => file(path),
            (None, Some(named)) => role(&Session::open(global)?, named),
            (None, None) => {
                Err(Failure::usage("neither a file nor a role is named", "Give FILE or --role ROLE."))
            }
        };
    match command {
        Measure::Order(args) => role::order(&Session::open(global)?, &args.role, args.plan_version),
        Measure::Agreement(args) => with(
            &args.input,
            &|path| each(path, |case| agreement::of(case, &args.source)),
            &|session, role| {
                args.source.refuse(true)?;
                role::agreement(session, role)
            },
        ),
        Measure::Severity(args) => each(&args.file, |case| severity::of(case, args)),
        Measure::Robustness(args) => {
            with(&args.input, &|path| each(path, |case| robustness::of(case, args)), &|session, role| {
                args.source.refuse(false)?;
                role::robustness(session, role, args.source.weights.as_deref())
            })
        }
        Measure::Impact(args) => each(&args.file, impact::of),
        Measure::Drift(args) => {
            with(&args.input, &|path| each(path, |case| drift::of(case, &args.source)), &|session, role| {
                args.source.refuse(true)?;
                role::drift(session, role)
            })
        }
        Measure::Mirror(args) => {
            with(&args.input, &|path| each(path, |case| mirror::of(case, args)), &|session, role| {
                args.source.refuse(true)?;
                args.only_own()?;
                role::mirror(session, role)
            })
        }
        Measure::Retest(args) => each(&args.file, retest::of),
        Measure::Validity(args) => each(&args.file, validity::of),
    }
}

/// Draws that are made at most: they are kept until all are made.
const MOST_DRAWS: usize = 1_000_000;

impl Source {
    /// How many draws, else so many.
    fn drawn(&self, else_so_many: usize) -> Result<usize> {
        let draws = self.draws.unwrap_or(else_so_many);
        if draws == 0 {
            let hint = format!("Give 1 or more, or leave it out: then there are {else_so_many}.");
            return Err(Failure::usage("--draws 0 draws nothing", hint));
        }
        if draws > MOST_DRAWS {
            let hint = format!("{MOST_DRAWS} at most: more would change no figure that is shown.");
            return Err(Failure::usage(format!("--draws {draws} are too many"), hint));
        }
        Ok(draws)
    }

    /// Refuses what only a file can be measured with.
    fn refuse(&self, weights: bool) -> Result<()> {
        let given = self.scale.is_some() || self.seed.is_some() || self.draws.is_some();
        if given || (weights && self.weights.is_some()) {
            let hint = "A role has its plan, its rubrics and a fixed seed.";
            return Err(Failure::usage("--weights, --scale, --seed and --draws are for files", hint));
        }
        Ok(())
    }
}

/// One case of a file, measured: an object and a text.
type Told = (Value, String);

/// Measures every case of a file. One case answers as one object; several stand under `cases`.
fn each(path: &Path, measure: impl Fn(&Case) -> Result<Told>) -> Result<Answer> {
    let (cases, many) = input::cases(path)?;
    if let ([case], false) = (cases.as_slice(), many) {
        let (value, text) = measure(case).map_err(|failure| of_file(failure, path))?;
        return Ok(Answer::new(value, text));
    }
    let (mut values, mut texts) = (Vec::new(), Vec::new());
    for case in &cases {
        let told =
            measure(case).map_err(|failure| of_file(about(failure, &format!("case {}", case.id)), path));
        let (mut value, text) = told?;
        if let Some(object) = value.as_object_mut() {
            object.insert("id".to_owned(), json!(case.id));
        }
        values.push(value);
        texts.push(format!("{}\n\n{text}", case.id));
    }
    Ok(Answer::new(json!({"cases": values}), texts.join("\n")))
}

/// A refusal that says which file it is about.
fn of_file(failure: Failure, path: &Path) -> Failure {
    let stdin = path == Path::new("-");
    about(failure, &if stdin { "standard input".into() } else { path.display().to_string() })
}

/// A refusal that says what it is about.
fn about(failure: Failure, of: &str) -> Failure {
    match failure {
        Failure::Refused { what, hint } => Failure::Refused { what: format!("{of}: {what}"), hint },
        other => other,
    }
}

/// Candidates of one file at most, where each is compared with each.
const MOST_CANDIDATES: usize = 1_000;

/// Refuses files that would take hours.
fn not_too_many(candidates: usize) -> Result<()> {
    if candidates <= MOST_CANDIDATES {
        return Ok(());
    }
    let what =
        format!("{candidates} candidates; each is compared with each, and {MOST_CANDIDATES} are the most");
    Err(Failure::refused(what, "Measure one role or one round at a time."))
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
    value.map_or_else(
        || "cannot be computed".into(),
        |value| {
            if value.abs() < 1e6 { format!("{value:.3}") } else { plain(value) }
        },
    )
}

/// A p-value to three places: what rounds to nought is not nought.
pub(super) fn p_value(value: Option<f64>) -> String {
    match value {
        Some(p) if p < 0.001 => "<0.001".into(),
        other => number(other),
    }
}

/// "on the scale of 1 to 10".
fn on_scale((low, high): (f64, f64)) -> String {
    format!("on the scale of {} to {}", plain(low), plain(high))
}

/// A number as it was written, but with an exponent where it has more digits than anybody reads.
fn plain(value: f64) -> String {
    let small = value == 0.0 || (1e-6..1e9).contains(&value.abs());
    if small { value.to_string() } else { format!("{value:e}") }
}
