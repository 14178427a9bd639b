//! Zip archives.

use std::io::{self, Cursor, Read};
use std::ops::ControlFlow;

use flate2::Crc;
use flate2::read::DeflateDecoder;

use super::archive::Entries;
use super::meter::{Counted, Ratio, Trouble};
use super::zip_directory::{Directory, ReadSeek, ZipEntry, seek_to_data};
use super::{At, Level, Passed, Walk, explain, names};
use crate::limits::show_bytes;

const STORED: u16 = 0;
const DEFLATED: u16 = 8;
/// `S_IFMT` and `S_IFLNK` of a Unix mode.
const MODE_KIND: u32 = 0o170_000;
const MODE_LINK: u32 = 0o120_000;

impl Walk<'_> {
    /// A zip that can be sought in.
    pub(super) fn zip(&mut self, at: &At, file: &mut dyn ReadSeek, level: Level) -> ControlFlow<()> {
        let level = Level { containers: level.containers.max(1), packed: false };
        self.visitor.enter(at);
        let trouble = match self.zip_entries(at, file, level) {
            Ok(done) => {
                done?;
                None
            }
            Err(reason) => Some(reason),
        };
        self.clones_of(at)?;
        self.visitor.leave(at, "zip", trouble)
    }

    /// A zip inside something else: held in memory, within a limit.
    pub(super) fn nested_zip(&mut self, at: &At, data: &mut dyn Read, level: Level) -> ControlFlow<()> {
        let limit = self.limits.nested_zip_bytes;
        let mut held = Vec::new();
        if let Err(error) = data.take(limit + 1).read_to_end(&mut held) {
            return self.visitor.passed(at, Passed::refused(explain(&error)));
        }
        self.meter.add(held.len() as u64);
        if held.len() as u64 > limit {
            let reason = format!(
                "a zip of more than {} inside another container, the limit (nested-zip-bytes); unpack the outer one first",
                show_bytes(limit)
            );
            return self.visitor.passed(at, Passed::refused(reason));
        }
        self.zip(at, &mut Cursor::new(held), level)
    }

    fn zip_entries(
        &mut self,
        at: &At,
        file: &mut dyn ReadSeek,
        level: Level,
    ) -> Result<ControlFlow<()>, String> {
        let mut directory = Directory::find(file).map_err(|error| explain(&error))?;
        let mut entries = Entries::new(self.limits);
        let mut packed = 0_u64;
        while let Some(entry) = directory.next(file).map_err(|error| explain(&error))? {
            if entry.is_folder() {
                continue;
            }
            entries.one_more()?;
            packed = packed.saturating_add(entry.packed_size);
            if packed > directory.length {
                return Err("its entries lie over each other: likely made to fill memory; not read further"
                    .to_owned());
            }
            if self.meter.exhausted() {
                return Err(self.meter.reason());
            }
            let told = self.zip_entry(&at.within(&entry.name), file, &entry, level);
            if told.is_break() {
                return Ok(told);
            }
        }
        Ok(ControlFlow::Continue(()))
    }

    fn zip_entry(
        &mut self,
        at: &At,
        file: &mut dyn ReadSeek,
        entry: &ZipEntry,
        level: Level,
    ) -> ControlFlow<()> {
        if let Some(passed) = names::refusal(&entry.name).or_else(|| unreadable(entry)) {
            return self.visitor.passed(at, passed);
        }
        if let Err(error) = seek_to_data(file, entry) {
            return self.visitor.passed(at, Passed::refused(explain(&error)));
        }
        let (counted, went_in) = Counted::new(file.take(entry.packed_size));
        let plain: Box<dyn Read> = match entry.method {
            STORED => Box::new(counted),
            _ => Box::new(Ratio::new(DeflateDecoder::new(counted), went_in, self.limits)),
        };
        let mut whole = Checked { data: plain, crc: Crc::new(), entry };
        self.held(at, &mut whole).unwrap_or_else(|| self.stream(at, &mut whole, level))
    }
}

/// Entries whose bytes cannot or must not be read.
fn unreadable(entry: &ZipEntry) -> Option<Passed> {
    if entry.mode & MODE_KIND == MODE_LINK {
        return Some(Passed::skipped("a link; links are not followed"));
    }
    if entry.encrypted {
        return Some(Passed::refused("encrypted; unpack the zip with its password and import the folder"));
    }
    if !matches!(entry.method, STORED | DEFLATED) {
        let reason = format!("packed by method {}, which Assay does not read; pack it again", entry.method);
        return Some(Passed::refused(reason));
    }
    None
}

/// Compares size and checksum at the end of an entry.
struct Checked<'a> {
    data: Box<dyn Read + 'a>,
    crc: Crc,
    entry: &'a ZipEntry,
}

impl Read for Checked<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.data.read(buffer)?;
        if read > 0 {
            self.crc.update(&buffer[..read]);
            return Ok(read);
        }
        // `Crc::amount` counts modulo 2^32.
        let whole = self.crc.amount() == (self.entry.size & u64::from(u32::MAX)) as u32;
        if !buffer.is_empty() && (!whole || self.crc.sum() != self.entry.crc) {
            let reason = "its checksum is wrong: the archive is damaged; fetch or copy it again";
            return Err(io::Error::other(Trouble(reason.to_owned())));
        }
        Ok(0)
    }
}
