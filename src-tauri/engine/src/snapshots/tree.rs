//! The files of a repository, a folder at a time.

use std::collections::BTreeMap;

use assay_domain::ids::EvidenceId;
use serde::Serialize;

use super::EvidenceKind;
use super::detail::open;
use crate::{EngineError, Result, Store, Viewer};

/// Most entries of a folder that are shown; the rest is counted.
const MOST: usize = 2_000;

/// What stands in one folder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct TreeFolder {
    /// Folders first, each by name; at most 2,000.
    pub entries: Vec<TreeEntry>,
    /// How many there are in all.
    pub total: u32,
    /// Whether the whole listing is known to be cut, or is one folder only.
    pub partial: bool,
}

/// A file or a folder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct TreeEntry {
    /// Its name.
    pub name: String,
    /// Its path from the root, without a `/` at its end.
    pub path: String,
    /// Files below it; `None` for a file. A folder whose contents are not listed has 0.
    pub files: Option<u32>,
}

/// One folder of a tree record; `folder` is its path from the root, empty for the root.
///
/// Errors: [`EngineError::NotFound`]; [`EngineError::Invalid`] for a record that is no tree.
pub fn tree_list(store: &Store, viewer: Viewer, id: EvidenceId, folder: &str) -> Result<TreeFolder> {
    let found = store.read(viewer, |conn| open(conn, id))?;
    if found.row.kind != EvidenceKind::Tree {
        return Err(EngineError::invalid("this record lists no files", "Open the files of a repository."));
    }
    let partial = found.record.get("partial").and_then(serde_json::Value::as_bool).unwrap_or(false);
    let entries = children(found.body.lines(), folder);
    let total = u32::try_from(entries.len()).unwrap_or(u32::MAX);
    Ok(TreeFolder { entries: entries.into_iter().take(MOST).collect(), total, partial })
}

/// The direct children of a folder.
fn children<'a>(paths: impl Iterator<Item = &'a str>, folder: &str) -> Vec<TreeEntry> {
    let prefix = if folder.is_empty() { String::new() } else { format!("{folder}/") };
    let mut folders: BTreeMap<&str, u32> = BTreeMap::new();
    let mut files = Vec::new();
    for rest in paths.filter_map(|path| path.strip_prefix(prefix.as_str())).filter(|rest| !rest.is_empty()) {
        match rest.split_once('/') {
            Some((name, below)) => *folders.entry(name).or_default() += u32::from(!below.is_empty()),
            None => files.push(rest),
        }
    }
    files.sort_unstable();
    files.dedup();
    let entry =
        |name: &str, files| TreeEntry { name: name.to_string(), path: format!("{prefix}{name}"), files };
    folders
        .into_iter()
        .map(|(name, count)| entry(name, Some(count)))
        .chain(files.into_iter().map(|name| entry(name, None)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{TreeEntry, children};

    fn told(entries: Vec<TreeEntry>) -> Vec<String> {
        entries
            .into_iter()
            .map(|entry| match entry.files {
                Some(files) => format!("{}/ {files}", entry.path),
                None => entry.path,
            })
            .collect()
    }

    #[test]
    fn folders_come_first_and_count_what_is_below() {
        let paths = ["src/main.rs", "README.md", "src/a/b.rs", "empty/", "srcs/x.rs", "README.md"];
        assert_eq!(told(children(paths.into_iter(), "")), ["empty/ 0", "src/ 2", "srcs/ 1", "README.md"]);
        assert_eq!(told(children(paths.into_iter(), "src")), ["src/a/ 1", "src/main.rs"]);
        assert_eq!(told(children(paths.into_iter(), "empty")), Vec::<String>::new());
        assert_eq!(told(children(paths.into_iter(), "nowhere")), Vec::<String>::new());
    }
}
