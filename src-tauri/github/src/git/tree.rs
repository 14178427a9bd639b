//! Trees: the files at a commit, and the files in which two trees differ.

use std::cmp::Ordering;

use gix_hash::ObjectId;
use gix_object::TreeRefIter;
use gix_object::tree::EntryRef;

use super::pack::Lost;
use super::store::Store;

/// Folders inside each other, and bytes of a path, up to which trees are entered.
const DEPTH: usize = 256;
const PATH: usize = 4096;
/// Lines looked at for the files of one commit.
const LINES_OF_ONE: u64 = 200_000;

/// The files at a commit.
pub(super) struct Listing {
    /// Their paths, sorted; a folder with `/` at its end where what is below it is not listed.
    pub paths: Vec<String>,
    /// Whether something is not listed.
    pub partial: bool,
}

fn joined(folder: &str, entry: &EntryRef<'_>) -> String {
    let name = String::from_utf8_lossy(entry.filename);
    let mut path = String::with_capacity(folder.len() + name.len() + 1);
    path.push_str(folder);
    path.push_str(&name);
    if entry.mode.is_tree() {
        path.push('/');
    }
    path
}

/// Lists the files below a tree.
pub(super) fn list(store: &mut Store<'_>, root: ObjectId) -> Result<Listing, Lost> {
    let (most, mut lines) = (store.open.limits.git_listed_files, 0);
    let mut listing = Listing { paths: Vec::new(), partial: false };
    let mut folders = vec![(String::new(), root, 0)];
    while let Some((folder, id, depth)) = folders.pop() {
        let tree = match store.tree(&id) {
            Ok(tree) => tree,
            Err(lost) if folder.is_empty() => return Err(lost),
            Err(_) => {
                listing.paths.push(folder);
                listing.partial = true;
                continue;
            }
        };
        for entry in TreeRefIter::from_bytes(&tree, store.kind) {
            lines += 1;
            let full = listing.paths.len() >= most || lines > most.saturating_mul(10);
            let Ok(entry) = entry else {
                listing.partial = true;
                break;
            };
            if full {
                listing.partial = true;
                folders.clear();
                break;
            }
            let path = joined(&folder, &entry);
            if !entry.mode.is_tree() {
                listing.paths.push(path);
            } else if depth >= DEPTH || path.len() > PATH {
                listing.partial = true;
                listing.paths.push(path);
            } else {
                folders.push((path, entry.oid.to_owned(), depth + 1));
            }
        }
    }
    listing.paths.sort_unstable();
    Ok(listing)
}

/// The entry of a name in a tree.
pub(super) fn child(
    store: &mut Store<'_>,
    tree: &ObjectId,
    fits: impl Fn(&str, bool) -> bool,
) -> Result<Vec<(String, ObjectId)>, Lost> {
    let bytes = store.tree(tree)?;
    let mut found = Vec::new();
    for entry in TreeRefIter::from_bytes(&bytes, store.kind) {
        let entry = entry.map_err(|_| Lost::Damaged)?;
        let name = String::from_utf8_lossy(entry.filename);
        if fits(&name, entry.mode.is_tree()) && (entry.mode.is_tree() || entry.mode.is_blob()) {
            found.push((name.into_owned(), entry.oid.to_owned()));
        }
    }
    Ok(found)
}

/// Two versions of one folder that differ; one of them may not be there.
struct Pair {
    folder: String,
    before: Option<ObjectId>,
    after: Option<ObjectId>,
    depth: usize,
}

/// What is looked at to tell the files that commits touch.
pub(super) struct Touched {
    lines: u64,
    found: Vec<String>,
    pairs: Vec<Pair>,
}

impl Touched {
    pub(super) fn new() -> Self {
        Self { lines: 0, found: Vec::new(), pairs: Vec::new() }
    }

    /// Whether the limit for the whole repository is passed.
    pub(super) fn exhausted(&self, store: &Store<'_>) -> bool {
        self.lines > store.open.limits.git_tree_lines || store.open.budget.half_gone()
    }

    /// The files in which two trees differ, sorted; `None` where that cannot be told in full.
    pub(super) fn between(
        &mut self,
        store: &mut Store<'_>,
        before: Option<ObjectId>,
        after: ObjectId,
    ) -> Option<Vec<String>> {
        if self.exhausted(store) {
            return None;
        }
        self.found.clear();
        self.pairs.clear();
        if before == Some(after) {
            return Some(Vec::new());
        }
        let lines_before = self.lines;
        self.pairs.push(Pair { folder: String::new(), before, after: Some(after), depth: 0 });
        while let Some(pair) = self.pairs.pop() {
            self.compare(store, &pair)?;
            if self.found.len() > store.open.limits.git_touched_files
                || self.lines - lines_before > LINES_OF_ONE
                || pair.depth > DEPTH
                || pair.folder.len() > PATH
            {
                return None;
            }
        }
        self.found.sort_unstable();
        self.found.dedup();
        Some(std::mem::take(&mut self.found))
    }

    fn compare(&mut self, store: &mut Store<'_>, pair: &Pair) -> Option<()> {
        let before = pair.before.map(|id| store.tree(&id)).transpose().ok()?;
        let after = pair.after.map(|id| store.tree(&id)).transpose().ok()?;
        let entries = |tree| TreeRefIter::from_bytes(tree, store.kind);
        let mut olds = entries(before.as_ref().map_or(&[][..], |tree| tree.as_slice()));
        let mut news = entries(after.as_ref().map_or(&[][..], |tree| tree.as_slice()));
        let (mut old, mut new) = (olds.next().transpose().ok()?, news.next().transpose().ok()?);
        loop {
            self.lines += 1;
            let order = match (&old, &new) {
                (None, None) => return Some(()),
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (Some(old), Some(new)) => old.cmp(new),
            };
            let (gone, come) = match order {
                Ordering::Less => (old, None),
                Ordering::Greater => (None, new),
                Ordering::Equal => (old, new),
            };
            self.differ(pair, gone, come);
            if order != Ordering::Greater {
                old = olds.next().transpose().ok()?;
            }
            if order != Ordering::Less {
                new = news.next().transpose().ok()?;
            }
        }
    }

    /// One name: in the tree before, in the one after, or in both.
    fn differ(&mut self, pair: &Pair, before: Option<EntryRef<'_>>, after: Option<EntryRef<'_>>) {
        if let (Some(before), Some(after)) = (&before, &after)
            && before.oid == after.oid
            && before.mode == after.mode
        {
            return;
        }
        let Some(entry) = after.or(before) else { return };
        let path = joined(&pair.folder, &entry);
        let folder = |entry: Option<EntryRef<'_>>| {
            entry.filter(|entry| entry.mode.is_tree()).map(|entry| entry.oid.to_owned())
        };
        if entry.mode.is_tree() {
            let (before, after) = (folder(before), folder(after));
            self.pairs.push(Pair { folder: path, before, after, depth: pair.depth + 1 });
        } else {
            self.found.push(path);
        }
    }
}
