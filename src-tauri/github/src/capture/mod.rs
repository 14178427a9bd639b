//! Live capture: takes a GitHub account along before going offline, by the user's command only.
//!
//! The only place in the product with a network client. [`estimate`] says what a capture will cost, [`capture`] takes it
//! and writes exactly the archive that [`crate::open`] reads. What is asked for at which depth stands in `steps` as data;
//! `run` follows it; `fetch` asks one thing and obeys GitHub's limits
//! (<https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api>); `folder` keeps every answer on
//! disk as it comes, so that a capture goes on after a break without asking anything twice.

mod address;
mod archive;
mod clock;
mod entry;
mod error;
mod estimate;
mod fetch;
mod folder;
mod follow;
mod http;
mod judge;
mod keyring;
mod order;
mod pace;
mod previous;
mod progress;
mod run;
mod steps;
mod take;
mod token;

pub use self::address::Api;
pub use self::clock::{Clock, SystemClock};
pub use self::error::CaptureError;
pub use self::estimate::{Allowance, Estimate, Limit, most};
pub use self::folder::{Unfinished, discard, unfinished};
pub use self::http::Patience;
pub use self::keyring::{KeyringError, forget, keep, kept};
pub use self::order::{Depth, Order, RepoName};
pub use self::progress::{CaptureProgress, Waiting};
pub use self::run::{Captured, Means, capture, estimate};
pub use self::token::{Token, TokenError};
