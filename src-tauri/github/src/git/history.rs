//! The history of a repository, once, newest first.

use std::cmp::Ordering;
use std::collections::{BinaryHeap, HashMap, HashSet};

use gix_hash::ObjectId;
use gix_object::Kind as Sort;

use super::commit::Parsed;
use super::pack::Lost;
use super::store::Store;
use super::tree::Touched;

/// What was met on the way besides commits.
#[derive(Default)]
pub(super) struct Met {
    pub commits: u64,
    /// Commits that history names and that are not there.
    pub missing: u64,
    pub damaged: u64,
    pub too_large: u64,
    /// Commits of which not all files can be told.
    pub without_files: u64,
    /// More commits than the limit.
    pub beyond: bool,
    /// The limit of unpacked bytes was passed.
    pub spent: bool,
}

/// Takes a commit with the files it touches, where that can be told; `false` ends the walk.
pub(super) type Tell<'a> = dyn FnMut(Parsed, &ObjectId, Option<Vec<String>>) -> bool + 'a;

/// A commit that is still to be told; the newest comes first.
struct Next {
    committed: i64,
    id: ObjectId,
    /// Kept where few wait, so that it is read once only.
    commit: Option<Parsed>,
}

impl Ord for Next {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.committed, self.id).cmp(&(other.committed, other.id))
    }
}

impl PartialOrd for Next {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Next {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Next {}

/// Commits kept whole while they wait, and bytes of one that is.
const KEPT: usize = 1_000;
const KEPT_BYTES: usize = 16 * 1024;

/// Leads through all commits that can be come to from `starts`. The parents of those in `shallow` were not cloned.
pub(super) fn walk(
    store: &mut Store<'_>,
    starts: &[ObjectId],
    shallow: &HashSet<ObjectId>,
    tell: &mut Tell<'_>,
) -> Met {
    let mut walk =
        Walk { met: Met::default(), trees: HashMap::new(), next: BinaryHeap::new(), bytes: Vec::new() };
    let mut touched = Touched::new();
    walk.add(store, starts);
    while let Some(Next { id, commit, .. }) = walk.next.pop() {
        if walk.met.commits >= store.open.limits.git_commits as u64 {
            walk.met.beyond = true;
            break;
        }
        let Ok(commit) = commit.map_or_else(|| walk.read(store, &id), Ok) else { break };
        let cut = shallow.contains(&id);
        if !cut {
            walk.add(store, &commit.parents);
        }
        let before = match commit.parents.first() {
            None => Some(None),
            Some(_) if cut => None,
            Some(parent) => walk.trees.get(parent).copied().flatten().map(Some),
        };
        let files = before.and_then(|before| touched.between(store, before, commit.tree));
        walk.met.without_files += u64::from(files.is_none() && !cut);
        walk.met.commits += 1;
        if !tell(commit, &id, files) {
            break;
        }
    }
    walk.met.spent = store.open.budget.exhausted();
    walk.met
}

struct Walk {
    met: Met,
    /// The trees of all commits met.
    trees: HashMap<ObjectId, Option<ObjectId>>,
    next: BinaryHeap<Next>,
    bytes: Vec<u8>,
}

impl Walk {
    /// Puts commits in their place, those that can be read and were not met yet.
    fn add(&mut self, store: &mut Store<'_>, ids: &[ObjectId]) {
        for id in ids {
            if self.trees.contains_key(id)
                || self.trees.len() > store.open.limits.git_commits.saturating_mul(2)
            {
                continue;
            }
            let read = self.read(store, id);
            self.trees.insert(*id, read.as_ref().ok().map(|commit| commit.tree));
            match read {
                Ok(commit) => self.push(*id, commit),
                Err(Lost::Missing) => self.met.missing += 1,
                Err(Lost::Damaged) => self.met.damaged += 1,
                Err(Lost::TooLarge) => self.met.too_large += 1,
                Err(Lost::Spent) => return,
            }
        }
    }

    fn read(&mut self, store: &mut Store<'_>, id: &ObjectId) -> Result<Parsed, Lost> {
        store.object(id, Sort::Commit, &mut self.bytes)?;
        Parsed::from_bytes(&self.bytes, store.kind).ok_or(Lost::Damaged)
    }

    fn push(&mut self, id: ObjectId, commit: Parsed) {
        let committed = commit.committed;
        let keep = self.next.len() < KEPT && self.bytes.len() <= KEPT_BYTES;
        self.next.push(Next { committed, id, commit: keep.then_some(commit) });
    }
}
