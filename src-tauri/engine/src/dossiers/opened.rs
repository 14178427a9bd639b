//! When a debrief was opened and by whom, in a document.

use assay_domain::ids::ApplicationId;

use super::words::moment;
use crate::{Result, Store, Viewer, debriefs};

/// A sentence on the debrief of an application. It comes from no rating.
pub fn told(store: &Store, viewer: Viewer, id: ApplicationId) -> Result<String> {
    let opening = store.read(viewer, |conn| debriefs::opening(conn, id))?;
    Ok(opening.map_or_else(
        || "Nobody has opened the debrief yet.".to_owned(),
        |one| format!("Opened on {} by {}. What was submitted later says so.", moment(one.at), one.by),
    ))
}
