//! Which files are meant by a path, and which stand beside a kit.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Result};

/// The file that makes a folder a kit.
pub(super) const KIT: &str = "kit.toml";

/// How far below a folder files are looked for: the box is two deep, and nobody means a whole home folder.
const DEPTH: usize = 3;

/// A file that is meant.
#[derive(Clone)]
pub(super) struct Meant {
    pub path: PathBuf,
    /// Whether it was named, and not found in a folder.
    pub named: bool,
}

/// The file itself; of a kit's folder its `kit.toml`; of another folder its TOML files, the kits in it, and those of the
/// folders below.
pub(super) fn meant(path: &Path) -> Result<Vec<Meant>> {
    if !path.is_dir() {
        return Ok(vec![Meant { path: path.to_path_buf(), named: true }]);
    }
    let mut found = Vec::new();
    look(path, DEPTH, &mut found)?;
    if found.is_empty() {
        return Err(Failure::refused(
            format!("{} holds no TOML file and no kit", path.display()),
            "Name a TOML file, a kit's folder, or a folder of either.",
        ));
    }
    Ok(found.into_iter().map(|path| Meant { path, named: false }).collect())
}

fn look(folder: &Path, depth: usize, found: &mut Vec<PathBuf>) -> Result<()> {
    let kit = folder.join(KIT);
    if kit.is_file() {
        found.push(kit);
        return Ok(());
    }
    for entry in entries(folder)? {
        if entry.is_dir() {
            if depth > 1 && !is_hidden(&entry) {
                look(&entry, depth - 1, found)?;
            }
        } else if entry.extension().is_some_and(|end| end == "toml") {
            found.push(entry);
        }
    }
    Ok(())
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'))
}

/// All files below a kit's folder but `kit.toml`, as paths inside it with `/`; what a run of Python leaves behind does not
/// count.
pub(super) fn below(folder: &Path) -> Result<BTreeSet<String>> {
    let mut files = BTreeSet::new();
    collect(folder, folder, &mut files)?;
    files.remove(KIT);
    Ok(files)
}

fn collect(root: &Path, folder: &Path, files: &mut BTreeSet<String>) -> Result<()> {
    for path in entries(folder)? {
        if path.is_dir() {
            if !path.ends_with("__pycache__") {
                collect(root, &path, files)?;
            }
        } else {
            let inside = path.strip_prefix(root).unwrap_or(&path);
            let parts: Vec<_> = inside.iter().map(|part| part.to_string_lossy().into_owned()).collect();
            files.insert(parts.join("/"));
        }
    }
    Ok(())
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    let read = || -> std::io::Result<Vec<PathBuf>> {
        std::fs::read_dir(folder)?.map(|entry| entry.map(|it| it.path())).collect()
    };
    let mut paths = read().map_err(|error| Failure::file(folder, &error))?;
    paths.sort();
    Ok(paths)
}
