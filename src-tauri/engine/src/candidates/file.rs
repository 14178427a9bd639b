//! Lists that stand in a file: read whole, within a bound, and decoded.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use assay_domain::candidate::ProvenanceInput;
use assay_domain::candidate::list::BYTES_MAX;
use assay_domain::ids::RoleId;

use super::{ListPreview, ListReport, add_list, preview_list};
use crate::{Done, EngineError, Instant, Result, Store, Viewer};

/// [`preview_list`] of a file.
pub fn preview_file(store: &Store, viewer: Viewer, path: &Path) -> Result<ListPreview> {
    preview_list(store, viewer, &read(path)?)
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
    add_list(store, viewer, at, &read(path)?, provenance, role)
}

/// The text of a file. One byte more than is allowed is read, so that the list itself says that it is too long.
fn read(path: &Path) -> Result<String> {
    let file = File::open(path).map_err(EngineError::file(path))?;
    let mut bytes = Vec::new();
    file.take(BYTES_MAX as u64 + 1).read_to_end(&mut bytes).map_err(EngineError::file(path))?;
    if bytes.contains(&0) && !bytes.starts_with(&[0xFF, 0xFE]) && !bytes.starts_with(&[0xFE, 0xFF]) {
        return Err(EngineError::invalid(
            format!("{} is not text", path.display()),
            "Save the table as CSV and choose that file.",
        ));
    }
    Ok(decode(&bytes))
}

/// UTF-16 where its mark says so, else UTF-8, else Latin-1, in which older spreadsheets save.
fn decode(bytes: &[u8]) -> String {
    let utf16 = |read: fn([u8; 2]) -> u16| {
        let units = bytes.chunks_exact(2).skip(1).map(|pair| match pair {
            [a, b] => read([*a, *b]),
            _ => 0,
        });
        char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
    };
    match bytes {
        [0xFF, 0xFE, ..] => utf16(u16::from_le_bytes),
        [0xFE, 0xFF, ..] => utf16(u16::from_be_bytes),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_string(),
            Err(_) => bytes.iter().map(|byte| char::from(*byte)).collect(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn text_of_spreadsheets_is_decoded() {
        assert_eq!(decode("Zoë".as_bytes()), "Zoë");
        assert_eq!(decode(b"Zo\xEB"), "Zoë");
        assert_eq!(decode(b"\xFF\xFEZ\0o\0\xEB\0"), "Zoë");
        assert_eq!(decode(b"\xFE\xFF\0Z\0o\0\xEB"), "Zoë");
    }
}
