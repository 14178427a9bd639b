//! What can be decided about an application. A person decides, with a reason; nothing here is ever computed.

use crate::words::words;

words! {
    /// A decision on an application.
    DecisionKind, "decision" {
        /// On to the next stage.
        Advance = "advance",
        /// Not now; nothing is closed.
        Hold = "hold",
        /// The application ends.
        Reject = "reject",
        /// The candidate is hired.
        Hire = "hire",
    }
}
