//! Recognises containers by their first bytes.

use std::fs::File;
use std::io::{self, Read, Seek};

/// Bytes looked at: a tar header is one block of 512.
const HEAD: usize = 512;

/// What the first bytes say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Magic {
    /// `PK`.
    Zip,
    /// `ustar` at 257, or an older header whose checksum is right.
    Tar,
    /// 1f 8b.
    Gzip,
    /// 28 b5 2f fd, or a skippable frame.
    Zstd,
    /// A git bundle, of version 2 or 3.
    Bundle,
    /// A known container that is not read: why not, and what to do.
    Foreign(&'static str),
    /// None of them.
    Leaf,
}

const FOREIGN: &[(&[u8], &str)] = &[
    (b"BZh", "a bzip2 file, which Assay does not read; unpack it, or pack it with gzip, zstd or zip"),
    (b"\xfd7zXZ\0", "an xz file, which Assay does not read; unpack it, or pack it with gzip, zstd or zip"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive, which Assay does not read; unpack it, or pack it as zip or tar"),
    (b"Rar!\x1a\x07", "a rar archive, which Assay does not read; unpack it, or pack it as zip or tar"),
];

const BUNDLES: [&[u8]; 2] = [b"# v2 git bundle\n", b"# v3 git bundle\n"];

impl Magic {
    pub(super) fn of(head: &[u8]) -> Self {
        if is_zip(head) {
            return Magic::Zip;
        }
        if head.starts_with(&[0x1f, 0x8b]) {
            return Magic::Gzip;
        }
        if is_zstd(head) {
            return Magic::Zstd;
        }
        if BUNDLES.iter().any(|magic| head.starts_with(magic)) {
            return Magic::Bundle;
        }
        if let Some((_, reason)) = FOREIGN.iter().find(|(magic, _)| head.starts_with(magic)) {
            return Magic::Foreign(reason);
        }
        if is_tar(head) { Magic::Tar } else { Magic::Leaf }
    }

    pub(super) fn is_container(self) -> bool {
        matches!(self, Magic::Zip | Magic::Tar | Magic::Gzip | Magic::Zstd)
    }

    pub(super) fn is_compression(self) -> bool {
        matches!(self, Magic::Gzip | Magic::Zstd)
    }
}

/// A local header, the end of an empty archive, or the mark of a split one.
fn is_zip(head: &[u8]) -> bool {
    [b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"].iter().any(|magic| head.starts_with(*magic))
}

/// RFC 8878: a frame, or one of the sixteen skippable kinds.
fn is_zstd(head: &[u8]) -> bool {
    head.starts_with(&[0x28, 0xb5, 0x2f, 0xfd])
        || (head.len() >= 4 && (0x50..=0x5f).contains(&head[0]) && head[1..4] == [0x2a, 0x4d, 0x18])
}

/// POSIX marks its headers; the tar of before 1988 has only the checksum.
fn is_tar(head: &[u8]) -> bool {
    if head.len() < HEAD {
        return false;
    }
    if &head[257..262] == b"ustar" {
        return true;
    }
    let told = std::str::from_utf8(&head[148..156]).ok();
    let told = told.and_then(|text| u32::from_str_radix(text.trim_matches([' ', '\0']), 8).ok());
    let sum = |range: &[u8]| range.iter().map(|byte| u32::from(*byte)).sum::<u32>();
    head[0] != 0 && told == Some(sum(&head[..148]) + 8 * u32::from(b' ') + sum(&head[156..]))
}

/// Reads up to [`HEAD`] bytes; with what went wrong on the way, if anything.
pub(super) fn head(data: &mut dyn Read) -> (Vec<u8>, Option<io::Error>) {
    let mut head = Vec::with_capacity(HEAD);
    let failed = data.take(HEAD as u64).read_to_end(&mut head).err();
    (head, failed)
}

/// Whether the file is a zip; leaves it at its start.
pub(super) fn starts_zip(file: &mut File) -> io::Result<bool> {
    let (head, failed) = head(file);
    if let Some(error) = failed {
        return Err(error);
    }
    file.rewind()?;
    Ok(is_zip(&head))
}
