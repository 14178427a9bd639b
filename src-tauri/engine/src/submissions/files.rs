//! Files and folders on this machine, read as parts. No link is followed, and what tools make is passed by.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::Read as _;
use std::path::{Path, PathBuf};

use assay_domain::decode;
use assay_domain::submission::{PARTS_MAX, PartKind, TEXT_BYTES_MAX, file_name, tidy};
use sha2::{Digest as _, Sha256};

use super::add::{FileOutcome, FileReport};
use super::write::NewPart;
use crate::{EngineError, Result};

/// Most bytes of a file that is kept by its name: its digest is computed over all of them.
const NAMED_MAX: u64 = 256 * 1024 * 1024;
/// Folders that tools make, and that nobody reads.
const TOOLS: &[&str] = &[
    ".git",
    ".hg",
    ".svn",
    ".idea",
    ".vscode",
    ".venv",
    "venv",
    "node_modules",
    "target",
    "__pycache__",
    ".pytest_cache",
    ".mypy_cache",
];

/// Reads what the paths name; gives the parts in the order of their names, and what became of each file.
///
/// Errors: [`EngineError::File`] where a path that was named is not there. What cannot be read inside a folder is told by its
/// name, and the rest comes in.
pub(super) fn gather(paths: &[PathBuf]) -> Result<(Vec<NewPart>, Vec<FileReport>)> {
    let mut found = Found { several: paths.len() > 1, ..Found::default() };
    for path in paths {
        let about = fs::symlink_metadata(path).map_err(EngineError::reading(path))?;
        let own = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if about.is_dir() {
            let prefix = if found.several { own } else { String::new() };
            found.folder(path, &prefix);
        } else {
            found.file(path, &own);
        }
    }
    Ok((found.parts, found.reports))
}

#[derive(Default)]
struct Found {
    several: bool,
    names: BTreeSet<String>,
    parts: Vec<NewPart>,
    reports: Vec<FileReport>,
}

impl Found {
    /// Everything in a folder, in the order of names; on a stack of its own, so that depth costs nothing.
    fn folder(&mut self, folder: &Path, prefix: &str) {
        let mut stack = vec![(folder.to_path_buf(), prefix.to_owned())];
        while let Some((path, name)) = stack.pop() {
            if !fs::symlink_metadata(&path).is_ok_and(|about| about.is_dir()) {
                self.file(&path, &name);
                continue;
            }
            let own = name.rsplit('/').next().unwrap_or_default();
            if path != folder && TOOLS.contains(&own) {
                self.refuse(&name, "a folder that tools make; it is passed by");
                continue;
            }
            if self.reports.len() + stack.len() > PARTS_MAX * 4 {
                self.refuse(&name, "too many files in all; this folder is passed by");
                continue;
            }
            match entries(&path, &name) {
                Ok(found) => stack.extend(found.into_iter().rev()),
                Err(error) => self.refuse(&name, &unreadable(&error)),
            }
        }
    }

    fn file(&mut self, path: &Path, given: &str) {
        let about = match fs::symlink_metadata(path) {
            Ok(about) if about.is_file() => about,
            Ok(_) => return self.refuse(given, "a link or no ordinary file; it is not followed"),
            Err(error) => return self.refuse(given, &unreadable(&error)),
        };
        let name = match file_name(given) {
            Ok(name) => name,
            Err(error) => return self.refuse(given, &error.to_string()),
        };
        if self.parts.len() >= PARTS_MAX {
            self.refuse(&name, &format!("more than {PARTS_MAX} files"));
        } else if about.len() > NAMED_MAX {
            self.refuse(&name, "larger than 256 MiB");
        } else if !self.names.insert(name.clone()) {
            self.refuse(&name, "another file has this name");
        } else {
            match Read::of(path) {
                Ok(read) => self.take(name, read),
                Err(error) => self.refuse(&name, &unreadable(&error)),
            }
        }
    }

    fn take(&mut self, name: String, read: Read) {
        let Read { bytes, size, digest } = read;
        let most = TEXT_BYTES_MAX as u64;
        let text = (size <= most).then(|| decode::text(&bytes)).flatten();
        let (outcome, reason) = match (&text, size > most) {
            (Some(_), _) => (FileOutcome::Taken, ""),
            (None, _) if is_archive(&name) => (
                FileOutcome::Named,
                "an archive: unpack it first, then add the folder; name, size and digest are kept",
            ),
            (None, true) => (FileOutcome::Named, "longer than 1 MiB: name, size and digest are kept"),
            (None, false) => (FileOutcome::Named, "not text: name, size and digest are kept"),
        };
        self.parts.push(NewPart {
            kind: if text.is_some() { PartKind::File } else { PartKind::Named },
            question: String::new(),
            title: name.clone(),
            body: text.map(|text| tidy(&text)).unwrap_or_default(),
            bytes: size,
            digest,
        });
        self.reports.push(FileReport { name, outcome, reason: reason.into() });
    }

    fn refuse(&mut self, name: &str, reason: &str) {
        let (name, reason) = (tidy(name), reason.to_owned());
        self.reports.push(FileReport { name, outcome: FileOutcome::Refused, reason });
    }
}

/// What was read of a file: as much of it as can be text, its size, and the SHA-256 of all of it.
struct Read {
    bytes: Vec<u8>,
    size: u64,
    digest: [u8; 32],
}

impl Read {
    fn of(path: &Path) -> std::io::Result<Self> {
        let mut file = File::open(path)?;
        let mut bytes = Vec::new();
        file.by_ref().take(TEXT_BYTES_MAX as u64 + 1).read_to_end(&mut bytes)?;
        let mut digest = Sha256::new_with_prefix(&bytes);
        let rest = hashed(&mut digest, file.take(NAMED_MAX))?;
        Ok(Self { size: bytes.len() as u64 + rest, bytes, digest: digest.finalize().into() })
    }
}

fn unreadable(error: &std::io::Error) -> String {
    format!("it cannot be read ({}); mend that and add it", assay_domain::file_words::told(error))
}

/// Reads to the end into the digest; gives how many bytes.
fn hashed(digest: &mut Sha256, mut from: impl std::io::Read) -> std::io::Result<u64> {
    let (mut buffer, mut size) = ([0; 64 * 1024], 0);
    loop {
        match from.read(&mut buffer)? {
            0 => return Ok(size),
            read => {
                digest.update(&buffer[..read]);
                size += read as u64;
            }
        }
    }
}

/// What stands in a folder, by name, with its name inside what was handed in. What is no text in a name shows as a mark, which
/// is kept.
fn entries(folder: &Path, prefix: &str) -> std::io::Result<Vec<(PathBuf, String)>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let own = entry.file_name().to_string_lossy().into_owned();
        let name = if prefix.is_empty() { own } else { format!("{prefix}/{own}") };
        found.push((entry.path(), name));
    }
    found.sort();
    Ok(found)
}

/// Whether its name is that of an archive, whose contents nobody can read here.
fn is_archive(name: &str) -> bool {
    let lower = name.to_lowercase();
    [".zip", ".tar", ".tgz", ".gz", ".bz2", ".xz", ".zst", ".7z", ".rar"]
        .iter()
        .any(|end| lower.ends_with(end))
}
