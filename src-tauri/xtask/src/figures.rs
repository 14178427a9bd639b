//! `cargo xtask figures`: what a release weighs, how soon it is usable and how much memory it takes, each beside an empty
//! window of the same toolkit in the same run.

use crate::failure::{Done, about};
use crate::place::Place;
use crate::setup::Purpose;
use crate::{process, say, setup};

/// Builds both programs for release and measures them.
pub fn figures(place: &Place) -> Done {
    setup::prepare(place, Purpose::Test)?;
    let words = ["build", "--release", "--locked", "--package", "assay-app"];
    process::stream(process::cargo(&place.root).args(words))?;
    process::stream(process::cargo(&place.root).args(words).args(["--example", "empty_window"]))?;
    let app = place.program("release", "assay-app");
    let bytes = std::fs::metadata(&app).map_err(about(&app))?.len();
    say::line(&format!("the release binary: {}.{} MB", bytes / 1_000_000, bytes / 100_000 % 10));
    let mut measure = process::cargo(&place.root);
    measure.args(["run", "--quiet", "--locked", "--package", "assay-tests", "--example", "figures"]);
    measure.env("ASSAY_APP", app).env("ASSAY_EMPTY", place.program("release/examples", "empty_window"));
    process::stream(&mut measure)
}
