//! The directory of a zip, read raw.
//!
//! The `zip` crate keeps one entry of each name and cleans names; here two entries of one name must both be seen, and
//! a name must be judged as it is written. Format: PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12 to 4.3.16, 4.5.3.

use std::io::{self, Read, Seek, SeekFrom};

use super::meter::Trouble;

/// One entry of the directory.
#[derive(Debug)]
pub(super) struct ZipEntry {
    pub name: String,
    pub encrypted: bool,
    pub method: u16,
    pub crc: u32,
    pub packed_size: u64,
    pub size: u64,
    header_at: u64,
    /// Upper half of the external attributes: the mode where Unix made it.
    pub mode: u32,
}

impl ZipEntry {
    pub(super) fn is_folder(&self) -> bool {
        self.name.ends_with(['/', '\\']) && self.size == 0
    }
}

/// Where the directory stands.
pub(super) struct Directory {
    next_at: u64,
    left: u64,
    /// Bytes of the whole file.
    pub(super) length: u64,
    /// Bytes that stand before the archive proper (a self-extracting program).
    base: u64,
}

/// The end record is at most this far from the end: its own 22 bytes and the longest comment.
const TAIL: u64 = 22 + 65_535;

pub(super) trait ReadSeek: Read + Seek {}
impl<T: Read + Seek> ReadSeek for T {}

fn wrong(reason: &str) -> io::Error {
    io::Error::other(Trouble(reason.to_owned()))
}

fn u16_at(bytes: &[u8], at: usize) -> u16 {
    bytes.get(at..at + 2).map_or(0, |b| u16::from_le_bytes([b[0], b[1]]))
}

fn u32_at(bytes: &[u8], at: usize) -> u32 {
    u32::from(u16_at(bytes, at)) | u32::from(u16_at(bytes, at + 2)) << 16
}

fn u64_at(bytes: &[u8], at: usize) -> u64 {
    u64::from(u32_at(bytes, at)) | u64::from(u32_at(bytes, at + 4)) << 32
}

impl Directory {
    /// Finds the directory from the end of the file.
    pub(super) fn find(file: &mut dyn ReadSeek) -> io::Result<Self> {
        let length = file.seek(SeekFrom::End(0))?;
        let tail_at = length.saturating_sub(TAIL);
        file.seek(SeekFrom::Start(tail_at))?;
        let mut tail = Vec::new();
        file.take(TAIL).read_to_end(&mut tail)?;
        let end =
            tail.windows(4).rposition(|window| window == b"PK\x05\x06").filter(|at| tail.len() >= at + 22);
        let Some(end) = end else {
            return Err(wrong("the zip has no directory at its end: it is cut; fetch or copy it again"));
        };
        let record = &tail[end..];
        if u16_at(record, 4) != u16_at(record, 6) && u16_at(record, 4) != u16::MAX {
            return Err(wrong("one part of a split zip; join the parts first"));
        }
        let mut count = u64::from(u16_at(record, 10));
        let mut size = u64::from(u32_at(record, 12));
        let mut offset = u64::from(u32_at(record, 16));
        let mut end_at = tail_at + end as u64;
        let is_64 = end >= 20 && tail[end - 20..].starts_with(b"PK\x06\x07");
        if is_64 {
            let record_at = u64_at(&tail, end - 20 + 8);
            file.seek(SeekFrom::Start(record_at))?;
            let mut wide = [0; 56];
            file.read_exact(&mut wide)?;
            if !wide.starts_with(b"PK\x06\x06") {
                return Err(wrong("the zip's directory is damaged; fetch or copy it again"));
            }
            (count, size, offset, end_at) =
                (u64_at(&wide, 32), u64_at(&wide, 40), u64_at(&wide, 48), record_at);
        }
        let base = end_at.checked_sub(size).and_then(|start| start.checked_sub(offset));
        let base = base.ok_or_else(|| wrong("the zip's directory is damaged; fetch or copy it again"))?;
        Ok(Self { next_at: base + offset, left: count, length, base })
    }

    /// The next entry; `None` after the last.
    pub(super) fn next(&mut self, file: &mut dyn ReadSeek) -> io::Result<Option<ZipEntry>> {
        if self.left == 0 {
            return Ok(None);
        }
        file.seek(SeekFrom::Start(self.next_at))?;
        let mut fixed = [0; 46];
        file.read_exact(&mut fixed)?;
        if !fixed.starts_with(b"PK\x01\x02") {
            return Err(wrong("the zip's directory is damaged; fetch or copy it again"));
        }
        let lengths = [28, 30, 32].map(|at| usize::from(u16_at(&fixed, at)));
        let mut rest = vec![0; lengths.iter().sum()];
        file.read_exact(&mut rest)?;
        self.next_at += (fixed.len() + rest.len()) as u64;
        self.left -= 1;
        let mut entry = ZipEntry {
            name: String::from_utf8_lossy(&rest[..lengths[0]]).into_owned(),
            encrypted: u16_at(&fixed, 8) & 1 == 1,
            method: u16_at(&fixed, 10),
            crc: u32_at(&fixed, 16),
            packed_size: u64::from(u32_at(&fixed, 20)),
            size: u64::from(u32_at(&fixed, 24)),
            header_at: u64::from(u32_at(&fixed, 42)),
            mode: u32_at(&fixed, 38) >> 16,
        };
        widen(&mut entry, &rest[lengths[0]..lengths[0] + lengths[1]]);
        entry.header_at = entry.header_at.saturating_add(self.base);
        Ok(Some(entry))
    }
}

/// Takes 64-bit sizes from the extra field with id 1, in the order in which the short ones are full.
fn widen(entry: &mut ZipEntry, mut extra: &[u8]) {
    while extra.len() >= 4 {
        let length = usize::from(u16_at(extra, 2)).min(extra.len() - 4);
        let (id, mut field) = (u16_at(extra, 0), &extra[4..4 + length]);
        extra = &extra[4 + length..];
        if id != 1 {
            continue;
        }
        for short in [&mut entry.size, &mut entry.packed_size, &mut entry.header_at] {
            if *short == u64::from(u32::MAX) && field.len() >= 8 {
                *short = u64_at(field, 0);
                field = &field[8..];
            }
        }
    }
}

/// Goes to the packed bytes of an entry: its local header has lengths of its own.
pub(super) fn seek_to_data(file: &mut dyn ReadSeek, entry: &ZipEntry) -> io::Result<()> {
    file.seek(SeekFrom::Start(entry.header_at))?;
    let mut local = [0; 30];
    file.read_exact(&mut local)?;
    if !local.starts_with(b"PK\x03\x04") {
        return Err(wrong("the entry is not where the zip's directory says; fetch or copy the zip again"));
    }
    let skip = i64::from(u16_at(&local, 26)) + i64::from(u16_at(&local, 28));
    file.seek(SeekFrom::Current(skip)).map(|_| ())
}
