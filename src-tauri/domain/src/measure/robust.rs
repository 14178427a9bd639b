//! Whether the order survives other weights.
//!
//! Shares of weightings in the manner of stochastic multicriteria acceptability analysis (Lahdelma, Hokkanen and Salminen,
//! *European Journal of Operational Research* 106, 1998), exact where geometry gives them ([`simplex`]), by given or seeded
//! draws otherwise ([`draws`]); how far one weight can move ([`stability`]).

pub mod draws;
mod report;
pub mod simplex;
pub mod stability;

pub use report::{Candidates, Near, Robustness, Shares, robustness};
