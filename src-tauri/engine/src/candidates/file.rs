//! Lists that stand in a file: read whole, within a bound, and decoded.

use std::io::Read;
use std::path::Path;

use assay_domain::candidate::ProvenanceInput;
use assay_domain::candidate::list::BYTES_MAX;
use assay_domain::decode::Decoded;
use assay_domain::ids::RoleId;

use super::{ListPreview, ListReport, add_list, preview_list};
use crate::{Done, Instant, Result, Store, Viewer, text_file};

/// The text of a list in a file, within the bound of lists.
///
/// Errors: [`crate::EngineError::File`]; [`crate::EngineError::Invalid`] where it is larger, or no text.
pub fn list_text(path: &Path) -> Result<Decoded> {
    text_file::read(path, BYTES_MAX)
}

/// [`list_text`] of a stream, which `name` names; no more of it is read than the bound.
pub fn list_text_from(source: impl Read, name: &Path) -> Result<Decoded> {
    text_file::read_from(source, name, BYTES_MAX)
}

/// [`preview_list`] of a file.
pub fn preview_file(store: &Store, viewer: Viewer, path: &Path, role: Option<RoleId>) -> Result<ListPreview> {
    let Decoded { text, remark } = list_text(path)?;
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
    let Decoded { text, remark } = list_text(path)?;
    let done = add_list(store, viewer, at, &text, provenance, role)?;
    Ok(done.map(|report| ListReport { encoding: remark.into(), ..report }))
}

#[cfg(test)]
mod tests {
    use std::io;

    use super::*;

    #[test]
    fn of_a_stream_no_more_is_read_than_a_list_may_have() {
        // Without an end: whoever read it whole would never come back.
        let refused = list_text_from(io::repeat(b'a'), Path::new("-")).unwrap_err();
        assert!(refused.to_string().contains("larger than 8 MiB"), "{refused}");
        assert_eq!(list_text_from(&b"Ilse Fixture\n"[..], Path::new("-")).unwrap().text, "Ilse Fixture\n");
    }
}
