//! Drives the real application window: a display of its own, a WebDriver, and a person's words for what is clicked.
//!
//! Linux only, for WebKitGTK's driver is the only one of its kind. A [`Desk`] is one machine on which the application
//! is started, quit and started again; a [`Window`] is one such run. Everything that does not come about within
//! [`PATIENCE`] fails with the text of the screen and a picture of it.

mod axe;
mod desk;
mod hands;
mod keys;
mod memory;
mod offline;
mod process;
mod window;

use std::time::Duration;

pub use axe::Violation;
pub use desk::{Desk, Theme};
pub use offline::{NO_NETWORK, only_loopback_is_up, without_a_network};
pub use window::Window;

/// How long a test waits for anything the window is to show.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// Runs one test with an end: nothing that hangs outlives `limit`.
pub fn within<F: Future<Output = ()>>(limit: Duration, test: F) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.unwrap_or_else(|error| panic!("no runtime: {error}"));
    let in_time = runtime.block_on(async { tokio::time::timeout(limit, test).await.is_ok() });
    assert!(in_time, "the test did not end within {} s", limit.as_secs());
}
