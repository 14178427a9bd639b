//! The only place that prints.

use std::io::Write;

use crate::failure::Failure;

/// One line for the person at the terminal.
#[expect(clippy::print_stdout, reason = "this is the output layer of the program")]
pub fn line(text: &str) {
    println!("{text}");
    // Child processes write to the same terminal or file; what we said must stand before what they say.
    let _ = std::io::stdout().flush();
}

/// The beginning of a stage.
pub fn stage(name: &str) {
    line(&format!("\n── {name}"));
}

/// The end of a task that failed.
pub fn failed(failure: &Failure) {
    line(&format!("\nfailed: {failure}"));
}
