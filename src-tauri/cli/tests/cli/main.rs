//! The real program in temporary folders: whole outputs and exit codes. Everybody in them is invented.

mod bench;
mod import;
mod main_job;
mod offline;
mod sample;
mod start;
