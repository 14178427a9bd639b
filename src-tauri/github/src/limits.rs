//! How much of an input is read: every bound in one place, each with a name by which it is adjusted.

use std::fmt;

/// Bounds on what one import may read. Whoever has more adjusts a field; the defaults fit every honest capture known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Decompressed bytes of one import, all entries together.
    pub total_bytes: u64,
    /// Bytes of one JSON record (an element of a list, or a body that is one object).
    pub record_bytes: usize,
    /// Levels of objects and lists inside each other, counted from the outside of the file.
    pub json_depth: usize,
    /// Entries of one archive, or files of one folder.
    pub archive_entries: u64,
    /// Decompressed bytes for each compressed byte, beyond [`Limits::ratio_free_bytes`].
    pub ratio: u64,
    /// Decompressed bytes of one compressed stream up to which its ratio does not matter.
    pub ratio_free_bytes: u64,
    /// Containers inside each other; a compressed tar is one.
    pub nesting: u32,
    /// Bytes of one text that are kept; the rest is cut, and the report says so.
    pub string_bytes: usize,
    /// Bytes of a zip inside another container: it has to be held in memory, for its directory stands at its end.
    pub nested_zip_bytes: u64,
    /// Folders inside each other on disk.
    pub folder_depth: u32,
    /// Bytes of git bundles, or of git clones inside one archive, that are held in memory: they are not read in passing.
    pub git_held_bytes: u64,
    /// Bytes of one object of a git repository, unpacked.
    pub git_object_bytes: usize,
    /// Objects of one git pack that has no index of its own.
    pub git_objects: u32,
    /// Bytes of objects unpacked in one git repository. From the half on, files touched by commits are not looked up.
    pub git_unpacked_bytes: u64,
    /// Branches and tags of one git repository.
    pub git_refs: usize,
    /// Commits of one git repository, the newest first.
    pub git_commits: usize,
    /// Lines of file lists looked at in one git repository, to tell which files commits touch.
    pub git_tree_lines: u64,
    /// Files touched by one commit up to which they are told.
    pub git_touched_files: usize,
    /// Files at the head of a git repository that are listed.
    pub git_listed_files: usize,
}

const MIB: u64 = 1024 * 1024;

impl Default for Limits {
    fn default() -> Self {
        Self {
            total_bytes: 4 * 1024 * MIB,
            record_bytes: 16 * 1024 * 1024,
            json_depth: 64,
            archive_entries: 100_000,
            ratio: 200,
            ratio_free_bytes: 10 * MIB,
            nesting: 4,
            string_bytes: 1024 * 1024,
            nested_zip_bytes: 64 * MIB,
            folder_depth: 128,
            git_held_bytes: 256 * MIB,
            git_object_bytes: 16 * 1024 * 1024,
            git_objects: 2_000_000,
            git_unpacked_bytes: 32 * 1024 * MIB,
            git_refs: 100_000,
            git_commits: 200_000,
            git_tree_lines: 200_000_000,
            git_touched_files: 1_000,
            git_listed_files: 100_000,
        }
    }
}

/// One limit, for lists and messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// The name by which it is adjusted.
    pub name: &'static str,
    /// What it bounds.
    pub bounds: &'static str,
    /// Whether its unit is bytes.
    pub bytes: bool,
}

const fn limit(name: &'static str, bounds: &'static str, bytes: bool) -> Limit {
    Limit { name, bounds, bytes }
}

/// All limits.
pub const LIMITS: [Limit; 19] = [
    limit("total-bytes", "decompressed bytes of one import, all inputs together", true),
    limit("record-bytes", "bytes of one JSON record", true),
    limit("json-depth", "levels of objects and lists inside each other; 127 at most", false),
    limit("archive-entries", "entries of one archive, or files of one folder", false),
    limit("ratio", "decompressed bytes for each compressed byte", false),
    limit("ratio-free-bytes", "decompressed bytes of a stream up to which its ratio does not matter", true),
    limit("nesting", "containers inside each other", false),
    limit("string-bytes", "bytes of one text that are kept; the rest is cut", true),
    limit("nested-zip-bytes", "bytes of a zip inside another container, which is held in memory", true),
    limit("folder-depth", "folders inside each other on disk", false),
    limit(
        "git-held-bytes",
        "bytes of git bundles, or of git clones inside one archive, held in memory",
        true,
    ),
    limit("git-object-bytes", "bytes of one object of a git repository, unpacked", true),
    limit("git-objects", "objects of one git pack that has no index of its own", false),
    limit("git-unpacked-bytes", "bytes of objects unpacked in one git repository", true),
    limit("git-refs", "branches and tags of one git repository", false),
    limit("git-commits", "commits of one git repository, the newest first", false),
    limit("git-tree-lines", "lines of file lists looked at in one git repository", false),
    limit("git-touched-files", "files touched by one commit up to which they are told", false),
    limit("git-listed-files", "files at the head of a git repository that are listed", false),
];

/// Why a limit was not set.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadLimit {
    /// It is not `NAME=VALUE`.
    #[error("`{0}` sets no limit: write NAME=VALUE, as in total-bytes=8GiB")]
    Form(String),
    /// There is no limit of the name.
    #[error("there is no limit `{0}`; the limits are {names}", names = Names)]
    Name(String),
    /// The value is no whole number, is 0, or is too large.
    #[error(
        "`{value}` cannot be the limit {name}: it must be a whole number from 1 to {most}, for bytes with KiB, MiB or GiB"
    )]
    Value {
        /// Which limit.
        name: &'static str,
        /// What was written.
        value: String,
        /// The largest value.
        most: u64,
    },
}

/// The names of all limits.
struct Names;

impl fmt::Display for Names {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(&LIMITS.map(|limit| limit.name).join(", "))
    }
}

/// The parser of JSON goes 127 levels deep and no further.
const DEEPEST: u64 = 127;

impl Limits {
    /// Sets one limit by `NAME=VALUE`: a whole number from 1, for bytes also with `KiB`, `MiB` or `GiB`.
    ///
    /// # Errors
    /// Where it is not of that form, the name is unknown, or the value cannot be.
    pub fn set(&mut self, setting: &str) -> Result<(), BadLimit> {
        let (name, value) = setting.split_once('=').ok_or_else(|| BadLimit::Form(setting.to_owned()))?;
        let known = LIMITS.iter().find(|limit| limit.name == name.trim());
        let known = known.ok_or_else(|| BadLimit::Name(name.trim().to_owned()))?;
        let most = match known.name {
            "json-depth" => DEEPEST,
            // Each level stands on the stack of the program.
            "nesting" | "folder-depth" => 1_000,
            "record-bytes" | "string-bytes" | "nested-zip-bytes" | "git-object-bytes" | "git-objects" => {
                u64::from(u32::MAX)
            }
            _ => u64::MAX / 2,
        };
        let read = amount(value.trim(), known.bytes).filter(|amount| (1..=most).contains(amount));
        let bad = || BadLimit::Value { name: known.name, value: value.trim().to_owned(), most };
        let amount = read.ok_or_else(bad)?;
        let size = usize::try_from(amount).map_err(|_| bad())?;
        let level = u32::try_from(amount.min(u64::from(u32::MAX))).map_err(|_| bad())?;
        match known.name {
            "total-bytes" => self.total_bytes = amount,
            "record-bytes" => self.record_bytes = size,
            "json-depth" => self.json_depth = size,
            "archive-entries" => self.archive_entries = amount,
            "ratio" => self.ratio = amount,
            "ratio-free-bytes" => self.ratio_free_bytes = amount,
            "nesting" => self.nesting = level,
            "string-bytes" => self.string_bytes = size,
            "nested-zip-bytes" => self.nested_zip_bytes = amount,
            "folder-depth" => self.folder_depth = level,
            "git-held-bytes" => self.git_held_bytes = amount,
            "git-object-bytes" => self.git_object_bytes = size,
            "git-objects" => self.git_objects = level,
            "git-unpacked-bytes" => self.git_unpacked_bytes = amount,
            "git-refs" => self.git_refs = size,
            "git-commits" => self.git_commits = size,
            "git-tree-lines" => self.git_tree_lines = amount,
            "git-touched-files" => self.git_touched_files = size,
            _ => self.git_listed_files = size,
        }
        Ok(())
    }

    /// The value of a limit as people read it, and as it may be set: in the largest unit that fits.
    pub fn shown(&self, limit: &Limit) -> String {
        let value = self.get(limit.name).unwrap_or_default();
        if limit.bytes { show_bytes(value) } else { value.to_string() }
    }

    /// The value of a limit, by its name.
    pub fn get(&self, name: &str) -> Option<u64> {
        Some(match name {
            "total-bytes" => self.total_bytes,
            "record-bytes" => self.record_bytes as u64,
            "json-depth" => self.json_depth as u64,
            "archive-entries" => self.archive_entries,
            "ratio" => self.ratio,
            "ratio-free-bytes" => self.ratio_free_bytes,
            "nesting" => u64::from(self.nesting),
            "string-bytes" => self.string_bytes as u64,
            "nested-zip-bytes" => self.nested_zip_bytes,
            "folder-depth" => u64::from(self.folder_depth),
            "git-held-bytes" => self.git_held_bytes,
            "git-object-bytes" => self.git_object_bytes as u64,
            "git-objects" => u64::from(self.git_objects),
            "git-unpacked-bytes" => self.git_unpacked_bytes,
            "git-refs" => self.git_refs as u64,
            "git-commits" => self.git_commits as u64,
            "git-tree-lines" => self.git_tree_lines,
            "git-touched-files" => self.git_touched_files as u64,
            "git-listed-files" => self.git_listed_files as u64,
            _ => return None,
        })
    }
}

/// A whole number, with a unit where it counts bytes.
fn amount(text: &str, bytes: bool) -> Option<u64> {
    const UNITS: [(&str, u64); 3] = [("KiB", 1024), ("MiB", MIB), ("GiB", 1024 * MIB)];
    let unit =
        UNITS.iter().filter(|_| bytes).find_map(|(unit, size)| Some((text.strip_suffix(unit)?, *size)));
    let (number, size) = unit.unwrap_or((text, 1));
    number.trim().replace('_', "").parse::<u64>().ok()?.checked_mul(size)
}

/// `bytes` in the largest unit that divides it, for messages.
pub(crate) fn show_bytes(bytes: u64) -> String {
    match bytes {
        b if b >= 1024 * MIB && b % (1024 * MIB) == 0 => format!("{} GiB", b / (1024 * MIB)),
        b if b >= MIB && b % MIB == 0 => format!("{} MiB", b / MIB),
        b if b >= 1024 && b % 1024 == 0 => format!("{} KiB", b / 1024),
        b => format!("{b} bytes"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_limit_is_set_by_its_name() {
        for limit in LIMITS {
            let mut limits = Limits::default();
            limits.set(&format!("{}=7", limit.name)).unwrap();
            assert_eq!(limits.get(limit.name), Some(7));
            let usual = Limits::default();
            limits.set(&format!("{}={}", limit.name, usual.shown(&limit))).unwrap();
            assert_eq!(limits, usual, "what is shown can be set: {}", limit.name);
            limits.set(&format!("{}=7", limit.name)).unwrap();
            assert_ne!(limits, Limits::default(), "{}", limit.name);
        }
        let mut limits = Limits::default();
        limits.set("total-bytes=8 GiB").unwrap();
        limits.set("string-bytes=64KiB").unwrap();
        assert_eq!((limits.total_bytes, limits.string_bytes), (8 << 30, 64 << 10));
    }

    #[test]
    fn what_cannot_be_a_limit_is_named() {
        let mut limits = Limits::default();
        for (setting, says) in [
            ("total-bytes", "write NAME=VALUE"),
            ("speed=9", "no limit `speed`; the limits are total-bytes, "),
            ("ratio=0", "from 1"),
            ("ratio=9MiB", "whole number"),
            ("json-depth=128", "127"),
            ("total-bytes=99999999999GiB", "whole number"),
            ("nesting=-1", "whole number"),
        ] {
            let error = limits.set(setting).unwrap_err().to_string();
            assert!(error.contains(says), "{error}");
        }
        assert_eq!(limits, Limits::default());
    }
}
