//! When a debrief was opened and by whom, in a document.

use super::words::moment;
use crate::debriefs::DebriefOpening;

/// A sentence on the debrief of an application. It comes from no rating.
pub fn told(opening: Option<&DebriefOpening>) -> String {
    opening.map_or_else(
        || "Nobody has opened the debrief yet.".to_owned(),
        |one| format!("Opened on {} by {}. What was submitted later says so.", moment(one.at), one.by),
    )
}
