//! `cargo xtask bindings`: writes `ui/src/generated/` from the commands and types of the app.

use crate::failure::Done;
use crate::place::Place;
use crate::process;

/// The app's own test compares the bindings with what is committed; with this variable set it writes them.
const WRITE: &str = "ASSAY_WRITE_BINDINGS";

/// Writes them anew.
pub fn write(place: &Place) -> Done {
    let words = ["test", "--quiet", "--package", "assay-app", "bindings"];
    process::stream(process::cargo(&place.root).args(words).env(WRITE, "1"))
}
