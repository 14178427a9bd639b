//! Marking again: a rater takes own scorecards of some days ago, in another order, without the first marking, and sees how
//! often the levels are the same. The second marking is another `occasion` of the scorecard and never counts in scores.
//!
//! While one is to be done, the application is closed to the rater as by an open interview (law 4), the own first marking
//! included.

mod begin;
mod consistency;
mod submit;

pub use begin::{RetestItem, begin, open, stop};
pub use consistency::{OwnConsistency, RubricConsistency, consistency};
pub use submit::{form, save_draft, submit};

use chrono::TimeDelta;

/// How old a marking must be before it is done again.
pub const AFTER: TimeDelta = TimeDelta::days(7);

/// The occasion of a second marking.
pub(crate) const AGAIN: u32 = 2;

#[cfg(test)]
mod tests;
