//! `assay`: structured hiring without a window, over the same engine.

mod args;
mod asks;
mod commands;
mod failure;
mod ids;
mod names;
mod output;
mod sample;
mod secrets;
mod session;

use std::process::ExitCode;

use clap::Parser as _;

use crate::args::Cli;
use crate::failure::Failure;

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return wrong_use(&error),
    };
    let json = cli.global.json;
    match commands::run(cli) {
        Ok(answer) => output::answer(&answer, json),
        Err(failure) => output::failure(&failure, json),
    }
}

/// What clap found wrong; its help and version texts come this way too.
fn wrong_use(error: &clap::Error) -> ExitCode {
    if !error.use_stderr() {
        return output::help(error);
    }
    let json = std::env::args_os().any(|argument| argument == "--json");
    if json { output::failure(&Failure::of_clap(error), true) } else { output::usage(error) }
}
