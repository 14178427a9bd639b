//! Lists that stand in a file: read whole, within a bound, and decoded.

use std::path::Path;

use assay_domain::candidate::ProvenanceInput;
use assay_domain::candidate::list::BYTES_MAX;
use assay_domain::decode::Decoded;
use assay_domain::ids::RoleId;

use super::{ListPreview, ListReport, add_list, preview_list};
use crate::{Done, Instant, Result, Store, Viewer, text_file};

/// [`preview_list`] of a file.
pub fn preview_file(store: &Store, viewer: Viewer, path: &Path, role: Option<RoleId>) -> Result<ListPreview> {
    let Decoded { text, remark } = text_file::read(path, BYTES_MAX)?;
    let preview = preview_list(store, viewer, &text, role)?;
    Ok(ListPreview { encoding: remark.into(), ..preview })
}

/// [`add_list`] of a file.
pub fn add_file(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    path: &Path,
    provenance: &ProvenanceInput,
    role: Option<RoleId>,
) -> Result<Done<ListReport>> {
    let Decoded { text, remark } = text_file::read(path, BYTES_MAX)?;
    let done = add_list(store, viewer, at, &text, provenance, role)?;
    Ok(done.map(|report| ListReport { encoding: remark.into(), ..report }))
}
