//! Live capture against a server on loopback that answers as GitHub does. Everybody in it is invented.

mod bench;
mod depths;
mod limits;
mod resume;
mod secret;
mod server;
mod trouble;
mod world;
