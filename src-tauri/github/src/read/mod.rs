//! Reads leaves: bytes to text, text to JSON values, values to records.

mod digest;
mod feed;
mod leaf;
mod mention;
mod out;
mod owners;
mod pick;
mod reader;
mod sniff;
mod split;
mod text;

pub(crate) use self::digest::{digest, survey};
pub(crate) use self::feed::Happened;
pub(crate) use self::out::{Out, Verdict};
pub(crate) use self::owners::Owners;
pub(crate) use self::reader::Reader;
pub(crate) use self::split::Place;
