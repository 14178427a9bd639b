//! Adverse impact: whether groups fare alike, with the honesty that small numbers ask for.
//!
//! The four-fifths rule of the *Uniform Guidelines on Employee Selection Procedures* (29 CFR 1607.4 D, 1978), in whole
//! numbers; exact tests ([`fisher`], [`boschloo`]), intervals ([`intervals`]), and what one place moved would change.

pub mod boschloo;
pub mod fisher;
pub mod intervals;
mod report;
pub mod totals;

pub use report::{Comparison, Finding, Group, Impact, Swap, compare, impact};
