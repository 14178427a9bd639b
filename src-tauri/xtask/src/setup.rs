//! Makes a machine ready: tools checked, packages installed, the window's sources built. Done once, then skipped.

use crate::failure::Done;
use crate::place::Place;
use crate::{system, tools, ui};

/// What the machine is made ready for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// To build and open the window.
    Run,
    /// To check and test everything.
    Test,
}

/// Makes ready. Every step that already holds is skipped at once.
pub fn prepare(place: &Place, purpose: Purpose) -> Done {
    tools::check(&place.root)?;
    if purpose == Purpose::Test {
        tools::check_components(&place.root)?;
    }
    system::install_missing(purpose)?;
    ui::install(place)?;
    ui::build(place)
}
