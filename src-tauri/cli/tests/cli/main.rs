//! The real program in temporary folders: whole outputs and exit codes. Everybody in them is invented.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod asked;
mod bench;
mod blind;
mod capture;
mod debrief;
mod dossier;
mod follow_up;
mod import;
mod job;
mod library;
mod main_job;
mod measure;
mod measure_plainly;
mod measure_said;
mod mistakes;
mod offline;
mod pipeline;
mod plan;
mod readme;
mod reference;
mod room;
mod sample;
#[path = "../../../github/tests/capture/server.rs"]
mod server;
mod start;
mod submission;
#[path = "../../../github/tests/capture/world.rs"]
#[expect(dead_code, reason = "shared with the tests of the capture itself, which use all of it")]
mod world;
