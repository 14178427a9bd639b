//! Opening a repository: what is known of it before its objects are read.

use std::cell::RefCell;
use std::collections::HashSet;
use std::io::Read;
use std::ops::ControlFlow;
use std::rc::Rc;

use assay_domain::import::RepoRef;
use gix_hash::{Kind, ObjectId};

use super::budget::Budget;
use super::bundle::Header;
use super::config::Config;
use super::files::{GitFiles, Held, read_up_to};
use super::layout::{ALTERNATES, pack_part};
use super::pack::{Open, Pack, Packed};
use super::refs::{self, Refs, small};
use super::store::{PACKS, Store};
use super::tell::tell;
use super::{BUNDLE, CLONE};
use crate::json::one_line;
use crate::limits::{Limits, show_bytes};
use crate::read::{Out, Verdict};
use crate::walk::explain;

/// What is known of a repository before its objects are read.
pub(super) struct Outline {
    pub repo: RepoRef,
    pub refs: Refs,
    /// Commits whose parents were not cloned.
    pub shallow: HashSet<ObjectId>,
    /// Commits that a bundle follows on from.
    pub prerequisites: usize,
    /// Objects were left out on purpose.
    pub partial: bool,
}

/// Reads a clone. `name` is that of its folder. Gives the bytes of objects unpacked.
pub(crate) fn read_clone(
    files: &dyn GitFiles,
    name: &str,
    limits: &Limits,
    before: u64,
    out: &mut Out<'_>,
) -> u64 {
    out.shape.get_or_insert(CLONE);
    let text = small(files, "config", MOST_SMALL).unwrap_or_default();
    let config = Config::parse(&String::from_utf8_lossy(&text));
    let kind = match config.kind() {
        Ok(kind) => kind,
        Err(reason) => {
            out.note(Verdict::Refuse(reason));
            return 0;
        }
    };
    if config.ref_storage.as_deref().is_some_and(|storage| storage != "files") {
        out.note(Verdict::refuse(
            "its refs are kept in a table that Assay does not read; run `git refs migrate --ref-format=files` in it",
        ));
        return 0;
    }
    let refs = refs::read(files, kind, limits.git_refs);
    let shallow = ids(&small(files, "shallow", MOST_SMALL).unwrap_or_default());
    if small(files, ALTERNATES, 1).is_some() {
        out.remark("it takes objects from another place (alternates), which is not looked into".to_owned());
    }
    let repo = config.origin().unwrap_or_else(|| unowned(name));
    let outline = Outline { repo, refs, shallow, prerequisites: 0, partial: config.partial };
    let out = RefCell::new(out);
    let mut go_on = |bytes| go_on(&out, before + bytes);
    let budget = Budget::new(limits.git_unpacked_bytes, &mut go_on);
    let packs = packs(files, kind, &Open { limits, budget: &budget }, &out);
    let store = Store::new(Some(files), packs, kind, Open { limits, budget: &budget });
    tell(&outline, store, &out);
    budget.spent()
}

/// Reads a bundle. `name` is that of its file. Gives the bytes read of it, and of objects unpacked.
pub(crate) fn read_bundle(
    data: &mut dyn Read,
    name: &str,
    limits: &Limits,
    before: u64,
    out: &mut Out<'_>,
) -> u64 {
    out.shape.get_or_insert(BUNDLE);
    let mut read_on = |bytes| {
        out.progress(before + bytes);
        if out.stopped { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let ControlFlow::Continue((bytes, failed)) = read_up_to(data, limits.git_held_bytes, &mut read_on) else {
        return 0;
    };
    let length = bytes.len() as u64;
    if length > limits.git_held_bytes {
        let limit = show_bytes(limits.git_held_bytes);
        out.note(Verdict::Refuse(format!(
            "a git bundle of more than {limit}, the limit git-held-bytes; run `git clone` on it and import the folder that this makes"
        )));
        return length;
    }
    if let Some(error) = failed {
        out.note(Verdict::Refuse(explain(&error)));
    }
    let mut header = match Header::parse(&bytes, limits.git_refs) {
        Ok(header) => header,
        Err(reason) => {
            out.note(Verdict::Refuse(reason));
            return length;
        }
    };
    header.refs.settle_head();
    let outline = Outline {
        repo: unowned(name),
        refs: header.refs,
        shallow: HashSet::new(),
        prerequisites: header.prerequisites.len(),
        partial: header.filter,
    };
    let out = RefCell::new(out);
    let mut go_on = |bytes| go_on(&out, before + length + bytes);
    let budget = Budget::new(limits.git_unpacked_bytes, &mut go_on);
    let held = Held { bytes: Rc::new(bytes), from: header.pack_at };
    let pack = Pack::from_data(held, None, header.kind, &Open { limits, budget: &budget });
    let packs: Vec<Box<dyn Packed>> = match pack {
        Ok(pack) => vec![Box::new(pack)],
        Err(reason) => {
            out.borrow_mut().note(Verdict::Refuse(reason));
            Vec::new()
        }
    };
    let store = Store::new(None, packs, header.kind, Open { limits, budget: &budget });
    tell(&outline, store, &out);
    length + budget.spent()
}

/// Bytes of a configuration, or of a list of commits.
const MOST_SMALL: u64 = 4 * 1024 * 1024;

fn go_on(out: &RefCell<&mut Out<'_>>, bytes: u64) -> bool {
    out.try_borrow_mut().is_ok_and(|mut out| {
        out.progress(bytes);
        !out.stopped
    })
}

/// A repository of which no owner is known.
fn unowned(name: &str) -> RepoRef {
    let name = one_line(name);
    let stem =
        [".bundle", ".git"].iter().fold(name.trim(), |name, end| name.strip_suffix(end).unwrap_or(name));
    let name: String = stem.chars().filter(|c| !matches!(c, '/' | '\\' | '@' | ':')).take(100).collect();
    let name = if name.is_empty() { "repository".to_owned() } else { name };
    RepoRef { host: "git".to_owned(), owner: String::new(), name }
}

/// The object ids in a file of one to a line.
fn ids(bytes: &[u8]) -> HashSet<ObjectId> {
    bytes.split(|byte| *byte == b'\n').filter_map(|line| ObjectId::from_hex(line.trim_ascii()).ok()).collect()
}

fn packs(
    files: &dyn GitFiles,
    kind: Kind,
    open: &Open<'_>,
    out: &RefCell<&mut Out<'_>>,
) -> Vec<Box<dyn Packed>> {
    let names = files.below("objects/pack", PACKS * 2);
    let mut stems: Vec<&str> =
        names.iter().filter(|name| name.ends_with(".pack")).filter_map(|name| pack_part(name)).collect();
    stems.dedup();
    if stems.len() >= PACKS {
        out.borrow_mut()
            .remark(format!("more than {PACKS} packs, the limit; run `git gc` in it to read all"));
        stems.truncate(PACKS);
    }
    let mut packs = Vec::new();
    for stem in stems {
        match files.pack(stem, kind, open) {
            Ok(pack) => packs.push(pack),
            Err(reason) => out.borrow_mut().note(Verdict::Refuse(format!("one of its packs: {reason}"))),
        }
    }
    packs
}
