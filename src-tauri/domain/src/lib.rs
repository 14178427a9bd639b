//! Types, rules and statistics of structured hiring.
//!
//! Pure: no IO, no clock, and no randomness that is not passed in. Everything else may know this crate; it knows nobody.

pub mod ids;
pub mod import;
