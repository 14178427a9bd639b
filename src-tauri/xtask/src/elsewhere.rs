//! What `linux.rs` does, where there is nothing to do: macOS and Windows bring their web view. The README says what they need.

use crate::failure::Done;
use crate::setup::Purpose;

/// Nothing to install.
pub fn install_missing(_: Purpose) -> Done {
    Ok(())
}

/// What the kits' proofs need is not installed either; those whose programs are there run.
pub fn installs_for_kits() -> bool {
    false
}

/// There is always a display.
pub fn has_display() -> bool {
    true
}
