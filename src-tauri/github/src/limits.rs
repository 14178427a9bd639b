//! How much of an input is read: every bound in one place.

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
            git_unpacked_bytes: 8 * 1024 * MIB,
            git_refs: 100_000,
            git_commits: 200_000,
            git_tree_lines: 200_000_000,
            git_touched_files: 1_000,
            git_listed_files: 100_000,
        }
    }
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
