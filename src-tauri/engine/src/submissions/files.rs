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
/// Errors: [`EngineError::File`] where a path is not there.
pub(super) fn gather(paths: &[PathBuf]) -> Result<(Vec<NewPart>, Vec<FileReport>)> {
    let mut found = Found { several: paths.len() > 1, ..Found::default() };
    for path in paths {
        let about = fs::symlink_metadata(path).map_err(EngineError::file(path))?;
        let own = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if about.is_dir() {
            let prefix = if found.several { own } else { String::new() };
            found.folder(path, &prefix)?;
        } else {
            found.file(path, &own)?;
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
    fn folder(&mut self, folder: &Path, prefix: &str) -> Result<()> {
        let mut stack = vec![(folder.to_path_buf(), prefix.to_owned())];
        while let Some((path, name)) = stack.pop() {
            let about = fs::symlink_metadata(&path).map_err(EngineError::file(&path))?;
            if !about.is_dir() {
                self.file(&path, &name)?;
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
            stack.extend(entries(&path, &name)?.into_iter().rev());
        }
        Ok(())
    }

    fn file(&mut self, path: &Path, given: &str) -> Result<()> {
        let about = fs::symlink_metadata(path).map_err(EngineError::file(path))?;
        if !about.is_file() {
            self.refuse(given, "a link or no ordinary file; it is not followed");
            return Ok(());
        }
        let name = match file_name(given) {
            Ok(name) => name,
            Err(error) => {
                self.refuse(given, &error.to_string());
                return Ok(());
            }
        };
        if self.parts.len() >= PARTS_MAX {
            self.refuse(&name, &format!("more than {PARTS_MAX} files"));
        } else if about.len() > NAMED_MAX {
            self.refuse(&name, "larger than 256 MiB");
        } else if !self.names.insert(name.clone()) {
            self.refuse(&name, "another file has this name");
        } else {
            self.read(path, name)?;
        }
        Ok(())
    }

    fn read(&mut self, path: &Path, name: String) -> Result<()> {
        let mut file = File::open(path).map_err(EngineError::file(path))?;
        let mut bytes = Vec::new();
        let most = TEXT_BYTES_MAX as u64;
        file.by_ref().take(most + 1).read_to_end(&mut bytes).map_err(EngineError::file(path))?;
        let mut digest = Sha256::new_with_prefix(&bytes);
        let rest = hashed(&mut digest, file.take(NAMED_MAX)).map_err(EngineError::file(path))?;
        let size = bytes.len() as u64 + rest;
        let text = (size <= most).then(|| decode::text(&bytes)).flatten();
        let (outcome, reason) = match (&text, size > most) {
            (Some(_), _) => (FileOutcome::Taken, ""),
            (None, true) => (FileOutcome::Named, "longer than 1 MiB: name, size and digest are kept"),
            (None, false) => (FileOutcome::Named, "not text: name, size and digest are kept"),
        };
        self.parts.push(NewPart {
            kind: if text.is_some() { PartKind::File } else { PartKind::Named },
            question: String::new(),
            title: name.clone(),
            body: text.map(|text| tidy(&text)).unwrap_or_default(),
            bytes: size,
            digest: digest.finalize().into(),
        });
        self.reports.push(FileReport { name, outcome, reason: reason.into() });
        Ok(())
    }

    fn refuse(&mut self, name: &str, reason: &str) {
        let (name, reason) = (tidy(name), reason.to_owned());
        self.reports.push(FileReport { name, outcome: FileOutcome::Refused, reason });
    }
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
fn entries(folder: &Path, prefix: &str) -> Result<Vec<(PathBuf, String)>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(EngineError::file(folder))? {
        let entry = entry.map_err(EngineError::file(folder))?;
        let own = entry.file_name().to_string_lossy().into_owned();
        let name = if prefix.is_empty() { own } else { format!("{prefix}/{own}") };
        found.push((entry.path(), name));
    }
    found.sort();
    Ok(found)
}
