//! Time, so that tests need not wait for an hour.

use std::time::Duration;

use chrono::{DateTime, Utc};

/// Tells the time and waits.
pub trait Clock: Sync {
    /// Now.
    fn now(&self) -> DateTime<Utc>;
    /// Waits. Never asked for more than a tenth of a second at once, so that the user can stop.
    fn sleep(&self, time: Duration);
}

/// The machine's own clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }

    fn sleep(&self, time: Duration) {
        std::thread::sleep(time);
    }
}
