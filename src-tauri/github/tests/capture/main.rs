//! Live capture against a server on loopback that answers as GitHub does. Everybody in it is invented.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod bench;
mod depths;
mod limits;
mod resume;
mod secret;
mod server;
mod trouble;
mod world;
