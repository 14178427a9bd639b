//! Assay's window. Everything it knows stands in the engine; this is the outermost shell.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod app;
mod commands;
mod error;
mod events;
mod recents;
mod session;

fn main() -> std::process::ExitCode {
    app::run()
}
