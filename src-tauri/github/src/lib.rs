//! Reads GitHub data from bytes, whatever shape it is in, and yields the domain's record stream.
//!
//! [`open`] takes a file, a folder or an archive. What is in it is recognised by content: containers by their magic
//! bytes (`walk`), encodings by their marks, JSON bodies by their structure (one file per shape in `shape`), git
//! repositories by theirs (`git`).
//! Everything is streamed and bounded by [`Limits`]; nothing is extracted to disk, and nothing leaves the machine.
//!
//! The module `capture`, behind the feature of that name, fetches such data in the first place, by the user's command only.

mod account;
#[cfg(feature = "capture")]
pub mod capture;
mod error;
mod git;
mod hints;
mod json;
mod limits;
mod options;
mod read;
mod shape;
mod source;
mod url;
mod walk;

pub use error::ReadError;
pub use limits::{BadLimit, LIMITS, Limit, Limits};
pub use options::{Chosen, NoAccount, Options};
pub use shape::{ShapeInfo, shapes, shapes_page};
pub use source::open;
