//! The real program in temporary folders: whole outputs and exit codes. Everybody in them is invented.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod bench;
mod import;
mod main_job;
mod offline;
mod sample;
mod start;
