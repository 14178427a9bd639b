//! Marking: one question or artefact across all candidates, in an order by chance of its own for each marker, without names.
//!
//! It shows the viewer's own open interviews with what was handed in for them, and the viewer's own drafts: no scorecard, no
//! count of one, and nothing of anybody else's (law 4). Names, logins and addresses of a candidate are hidden here, in the
//! engine, in everything that is shown, whatever the role says about blind marking elsewhere.

mod masked;
mod order;
mod rate;
mod show;
mod topics;

pub use rate::{MarkingInput, rate};
pub use show::{MarkingEntry, MarkingPart, MarkingRating, MarkingSheet, show};
pub use topics::{MarkingSet, Topic, list};

#[cfg(test)]
mod tests;
