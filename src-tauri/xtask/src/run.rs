//! `cargo xtask run`: from a fresh checkout to the open window, or to the main job in the terminal.

use std::process::Command;

use crate::failure::Done;
use crate::place::Place;
use crate::setup::Purpose;
use crate::{process, say, setup, system, terminal};

/// Makes ready, builds for release, opens the window. Without a display the main job is done in the terminal.
pub fn run(place: &Place) -> Done {
    setup::prepare(place, Purpose::Run)?;
    let words = ["build", "--release", "--locked", "--package", "assay-app", "--package", "assay"];
    process::stream(process::cargo(&place.root).args(words))?;
    if system::has_display() {
        say::line("opening the window; this ends when it is closed");
        return process::stream(&mut Command::new(place.program("release", "assay-app")));
    }
    say::line(
        "There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open.",
    );
    say::line("Instead, the main job in the terminal, on the sample workspace in a temporary folder:");
    terminal::main_job(place)
}
