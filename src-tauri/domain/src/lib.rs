//! Types, rules and statistics of structured hiring.
//!
//! Pure: no IO, no clock, and no randomness that is not passed in. Everything else may know this crate; it knows nobody.

pub mod assessment;
pub mod blind;
pub mod calendar;
pub mod candidate;
pub mod competency;
pub mod contact;
pub mod csv_rows;
pub mod data_file;
pub mod days;
pub mod decision;
pub mod decode;
pub mod document;
pub mod ending;
pub mod erasure;
pub mod evidence;
pub mod figures;
pub mod file_words;
pub mod ids;
pub mod import;
pub mod kit;
pub mod malformed;
pub mod measure;
pub mod panel;
pub mod plan;
pub mod problem;
pub mod role;
pub mod rubric;
pub mod scorecard;
pub mod slug;
pub mod stage;
pub mod submission;
pub mod terms;
pub mod words;
