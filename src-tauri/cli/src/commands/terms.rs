//! `assay terms`: what GitHub's terms ask.

use assay_domain::terms::GITHUB;

use crate::output::Answer;

/// Tells them.
pub fn run() -> Answer {
    let points: String = GITHUB.points.iter().map(|point| format!("- {point}\n")).collect();
    let text = format!("{}:\n\n{points}\nIn full: {}", GITHUB.title, GITHUB.address);
    Answer::of("terms", &GITHUB, text)
}
