//! `cargo xtask`: everything a developer starts. `run`, `test`, and the parts of `test` one by one.

mod bindings;
mod count;
mod failure;
mod figures;
mod format;
mod kits;
mod place;
mod process;
mod run;
mod say;
mod setup;
mod stamp;
#[cfg_attr(target_os = "linux", path = "linux.rs")]
#[cfg_attr(not(target_os = "linux"), path = "elsewhere.rs")]
mod system;
mod terminal;
mod test;
mod tools;
mod ui;
mod walls;

use std::process::ExitCode;

use failure::Done;
use place::Place;

const HELP: &str = "\
cargo xtask run        installs what is missing, builds the window and opens it;
                       without a display it does the main job in the terminal
cargo xtask test       installs what is missing and runs every check and test
cargo xtask format     formats every Rust file; `cargo fmt` does not reach those that a macro declares
cargo xtask walls      checks the walls of the house: who may know whom, what stands where
cargo xtask kits       runs the proofs of the kits in rubrics/kits
cargo xtask bindings   writes the window's generated types and commands anew
cargo xtask figures    measures a release: its size, its start, its memory";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match dispatch(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            say::failed(&failure);
            ExitCode::FAILURE
        }
    }
}

fn dispatch(words: &[&str]) -> Done {
    let place = Place::find()?;
    match words {
        ["run"] => run::run(&place),
        ["test"] => test::test(&place),
        ["format"] => format::write(&place),
        ["walls"] => walls::check(&place).map(|summary| say::line(&summary)),
        ["kits"] => kits::prove(&place).map(|held| say::line(&format!("{held} proofs of kits hold"))),
        ["figures"] => figures::figures(&place),
        ["bindings"] => bindings::write(&place),
        ["help" | "--help" | "-h"] => {
            say::line(HELP);
            Ok(())
        }
        _ => Err(failure::Failure::new("there is no such task").hint(HELP)),
    }
}
