//! Branches, tags and the head of a repository.
//!
//! Formats: <https://git-scm.com/docs/gitrepository-layout>, <https://git-scm.com/docs/git-pack-refs>.

use std::collections::BTreeMap;
use std::io::Read;

use gix_hash::{Kind, ObjectId};

use super::files::GitFiles;

/// Where history begins to be read from.
#[derive(Debug, Default)]
pub(super) struct Refs {
    /// Commit of the head.
    pub head: Option<ObjectId>,
    /// Branch of the head, where it is on one.
    pub branch: Option<String>,
    /// Branches, here and as last seen elsewhere (`origin/main`), without `refs/heads/` and `refs/remotes/`.
    pub branches: BTreeMap<String, ObjectId>,
    /// Tags, without `refs/tags/`.
    pub tags: BTreeMap<String, ObjectId>,
    /// Refs that could not be read.
    pub bad: u64,
    /// More refs than the limit.
    pub beyond: bool,
}

impl Refs {
    /// Adds a ref by its whole name. Notes, stashes, replacements and pull requests of others are left alone.
    pub(super) fn add(&mut self, name: &str, id: ObjectId, most: usize) {
        let branch = name.strip_prefix("refs/heads/").or_else(|| name.strip_prefix("refs/remotes/"));
        let (map, name) = match (branch, name.strip_prefix("refs/tags/")) {
            (Some(branch), _) => (&mut self.branches, branch),
            (None, Some(tag)) => (&mut self.tags, tag),
            (None, None) => return,
        };
        if map.len() >= most {
            self.beyond = true;
            return;
        }
        map.insert(name.to_owned(), id);
    }

    /// Where a bundle does not say which branch is the head, or what it is on.
    pub(super) fn settle_head(&mut self) {
        if self.branch.is_some() {
            return;
        }
        let usual = |name: &&String| matches!(name.as_str(), "main" | "master" | "trunk" | "develop");
        let at_head = |name: &&String| self.head.is_none() || self.branches.get(*name) == self.head.as_ref();
        let mut names = self.branches.keys().filter(at_head);
        let branch = names.clone().find(usual).or_else(|| {
            let only = names.next();
            only.filter(|_| names.next().is_none())
        });
        self.branch = branch.cloned();
        self.head = self.head.or_else(|| self.branches.get(self.branch.as_ref()?).copied());
    }
}

/// Whether a ref may have this name, as `git check-ref-format` has it, near enough.
pub(super) fn safe_name(name: &str) -> bool {
    name.len() <= 1024
        && name.starts_with("refs/")
        && !name.contains("..")
        && !name.ends_with(['/', '.'])
        && name
            .chars()
            .all(|c| !c.is_control() && !matches!(c, ' ' | '~' | '^' | ':' | '?' | '*' | '[' | '\\'))
}

/// Bytes of one file of refs.
const MOST_BYTES: u64 = 32 * 1024 * 1024;
/// Bytes of a file with one ref.
const ONE: u64 = 4096;

/// A small file's bytes, or as many of them as it may have.
pub(super) fn small(files: &dyn GitFiles, name: &str, most: u64) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    files.open(name).ok()??.take(most).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

/// Reads the refs of a git folder.
pub(super) fn read(files: &dyn GitFiles, kind: Kind, most: usize) -> Refs {
    let mut refs = Refs::default();
    let mut all = BTreeMap::new();
    packed(files, kind, &mut all, &mut refs);
    let mut symbolic = Vec::new();
    let loose = files.below("refs", most.saturating_add(1));
    refs.beyond = loose.len() > most;
    for name in loose.into_iter().take(most) {
        match small(files, &name, ONE).as_deref().and_then(|bytes| Target::parse(bytes, kind)) {
            Some(Target::Id(id)) if safe_name(&name) => drop(all.insert(name, id)),
            Some(Target::Name(target)) if safe_name(&name) => symbolic.push((name, target)),
            _ => refs.bad += 1,
        }
    }
    // One step is all that git itself writes (`origin/HEAD`).
    for (name, target) in symbolic {
        if let Some(id) = all.get(&target).copied() {
            all.insert(name, id);
        }
    }
    match small(files, "HEAD", ONE).as_deref().and_then(|bytes| Target::parse(bytes, kind)) {
        Some(Target::Id(id)) => refs.head = Some(id),
        Some(Target::Name(name)) => {
            refs.head = all.get(&name).copied();
            refs.branch = name.strip_prefix("refs/heads/").map(str::to_owned);
        }
        None => refs.bad += 1,
    }
    for (name, id) in all {
        refs.add(&name, id, most);
    }
    refs
}

fn packed(files: &dyn GitFiles, kind: Kind, all: &mut BTreeMap<String, ObjectId>, refs: &mut Refs) {
    let bytes = small(files, "packed-refs", MOST_BYTES).unwrap_or_default();
    for line in bytes.split(|byte| *byte == b'\n') {
        // `#` says how the file was made, `^` what the tag above comes down to.
        if line.is_empty() || matches!(line[0], b'#' | b'^') {
            continue;
        }
        let id = line.get(..kind.len_in_hex()).and_then(|hex| ObjectId::from_hex(hex).ok());
        let name = line.get(kind.len_in_hex() + 1..).map(|name| String::from_utf8_lossy(name.trim_ascii()));
        match (id, name) {
            (Some(id), Some(name)) if safe_name(&name) => drop(all.insert(name.into_owned(), id)),
            _ => refs.bad += 1,
        }
    }
}

/// What a ref holds.
enum Target {
    Id(ObjectId),
    Name(String),
}

impl Target {
    fn parse(bytes: &[u8], kind: Kind) -> Option<Self> {
        let bytes = bytes.trim_ascii();
        if let Some(name) = bytes.strip_prefix(b"ref:") {
            let name = std::str::from_utf8(name.trim_ascii()).ok().filter(|name| safe_name(name))?;
            return Some(Target::Name(name.to_owned()));
        }
        ObjectId::from_hex(bytes).ok().filter(|id| id.kind() == kind).map(Target::Id)
    }
}
