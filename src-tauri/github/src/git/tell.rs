//! A repository's records, and what is to be said of it in the report.

use std::cell::RefCell;
use std::collections::HashSet;
use std::io::Read;
use std::rc::Rc;

use assay_domain::import::{Record, RepoRef, Repository, Seen};
use gix_hash::{Kind, ObjectId};
use gix_object::{Kind as Sort, TagRef};

use super::budget::Budget;
use super::bundle::Header;
use super::config::Config;
use super::files::{GitFiles, Held};
use super::history::{Met, walk};
use super::layout::{ALTERNATES, pack_part};
use super::pack::{Lost, Open, Pack, Packed};
use super::refs::{self, Refs, small};
use super::store::{PACKS, Store};
use super::{BUNDLE, CLONE, readme, tree};
use crate::account::login_only;
use crate::json::one_line;
use crate::limits::{Limits, show_bytes};
use crate::read::{Out, Verdict};
use crate::walk::explain;

/// What is known of a repository before its objects are read.
struct Outline {
    repo: RepoRef,
    refs: Refs,
    shallow: HashSet<ObjectId>,
    prerequisites: usize,
    /// Objects were left out on purpose.
    partial: bool,
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
    let mut bytes = Vec::new();
    let read = data.take(limits.git_held_bytes + 1).read_to_end(&mut bytes);
    let length = bytes.len() as u64;
    if length > limits.git_held_bytes {
        let limit = show_bytes(limits.git_held_bytes);
        out.note(Verdict::Refuse(format!(
            "a git bundle of more than {limit}, the limit; run `git clone` on it and import the folder that this makes"
        )));
        return length;
    }
    if let Err(error) = read {
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

/// Tells everything: the repository, its history, its files and README, its tags.
fn tell(outline: &Outline, mut store: Store<'_>, out: &RefCell<&mut Out<'_>>) {
    for trouble in store.trouble() {
        out.borrow_mut().note(Verdict::Refuse(trouble.clone()));
    }
    let Outline { repo, refs, .. } = outline;
    if !repo.owner.is_empty() {
        out.borrow_mut().push(Record::Repository(Box::new(repository(repo, refs))));
    }
    let mut starts: Vec<ObjectId> = refs.head.into_iter().chain(refs.branches.values().copied()).collect();
    let tags = tags(refs, repo, &mut store);
    starts.extend(tags.iter().map(|(id, _)| *id));
    if starts.is_empty() && refs.tags.is_empty() && refs.bad == 0 {
        return empty(repo, &mut out.borrow_mut());
    }
    let mut record = |commit: super::commit::Parsed, id: &ObjectId, files| {
        let mut out = out.borrow_mut();
        let mut commit = commit.record(repo.clone(), id, files);
        commit.message = out.bounded(std::mem::take(&mut commit.message));
        commit.files = commit.files.map(|files| files.into_iter().map(|path| out.bounded(path)).collect());
        out.push(Record::Commit(Box::new(commit)));
        !out.stopped
    };
    let met = walk(&mut store, &starts, &outline.shallow, &mut record);
    head(outline, &mut store, out);
    let mut out = out.borrow_mut();
    tags.into_iter().for_each(|(_, tag)| out.push(tag));
    remarks(outline, &met, &store, &mut out);
}

fn repository(repo: &RepoRef, refs: &Refs) -> Repository {
    Repository {
        owner: login_only(&repo.owner, &repo.host),
        name: repo.name.clone(),
        description: Seen::Absent,
        fork: Seen::Absent,
        archived: Seen::Absent,
        private: Seen::Absent,
        language: Seen::Absent,
        topics: Seen::Absent,
        stars: Seen::Absent,
        forks: Seen::Absent,
        open_issues: Seen::Absent,
        licence: Seen::Absent,
        default_branch: refs.branch.clone().map_or(Seen::Absent, Seen::Value),
        size_kb: Seen::Absent,
        created_at: Seen::Absent,
        pushed_at: Seen::Absent,
        updated_at: Seen::Absent,
        pinned: Seen::Absent,
    }
}

/// A repository without a commit: that much is known.
fn empty(repo: &RepoRef, out: &mut Out<'_>) {
    let repo = Some(repo.clone());
    out.push(Record::Tree { repo: repo.clone(), sha: None, paths: Vec::new(), partial: false });
    out.push(Record::Nothing { of: "commits".to_owned(), repo });
    out.remark("an empty repository: it has no commit yet".to_owned());
}

/// The files at the head, and the README.
fn head(outline: &Outline, store: &mut Store<'_>, out: &RefCell<&mut Out<'_>>) {
    let Some(id) = outline.refs.head else {
        return out
            .borrow_mut()
            .remark("it does not tell which commit is its head: no files, no README".to_owned());
    };
    let mut bytes = Vec::new();
    let commit = store.object(&id, Sort::Commit, &mut bytes);
    let root =
        commit.ok().and_then(|()| super::commit::Parsed::from_bytes(&bytes, store.kind)).map(|c| c.tree);
    let listing = root.ok_or(Lost::Missing).and_then(|root| Ok((root, tree::list(store, root)?)));
    let Ok((root, listing)) = listing else {
        return out.borrow_mut().remark("the files at its head cannot be read".to_owned());
    };
    let readme = readme::find(store, &root);
    let mut out = out.borrow_mut();
    let repo = Some(outline.repo.clone());
    let paths = listing.paths.into_iter().map(|path| out.bounded(path)).collect();
    let sha = Some(id.to_hex().to_string());
    out.push(Record::Tree { repo: repo.clone(), sha, paths, partial: listing.partial });
    match readme {
        Ok(Some((path, text))) => {
            let (path, text) = (out.bounded(path), out.bounded(text));
            out.push(Record::Readme { repo, path, text });
        }
        Ok(None) => out.push(Record::Nothing { of: "readme".to_owned(), repo }),
        Err(_) => out.remark("its README cannot be read".to_owned()),
    }
}

/// Tags of tags that are followed.
const TAGS_OF_TAGS: usize = 8;

/// The tags that mark commits, each with its commit and its record.
fn tags(refs: &Refs, repo: &RepoRef, store: &mut Store<'_>) -> Vec<(ObjectId, Record)> {
    let mut bytes = Vec::new();
    let mut found = Vec::new();
    for (name, id) in &refs.tags {
        let (mut id, mut at) = (*id, None);
        for _ in 0..TAGS_OF_TAGS {
            match store.any(&id, &mut bytes) {
                Ok(Sort::Commit) => {
                    let sha = id.to_hex().to_string();
                    let name = one_line(name);
                    found.push((id, Record::Tag { repo: Some(repo.clone()), name, sha, at }));
                    break;
                }
                Ok(Sort::Tag) => {
                    let Ok(tag) = TagRef::from_bytes(&bytes, store.kind) else { break };
                    let seconds =
                        tag.tagger().ok().flatten().and_then(|tagger| {
                            tagger.time.split_ascii_whitespace().next()?.parse::<i64>().ok()
                        });
                    at = at.or_else(|| chrono::DateTime::from_timestamp(seconds?, 0));
                    id = tag.target();
                }
                _ => break,
            }
        }
    }
    found
}

/// What could not be told, in words.
fn remarks(outline: &Outline, met: &Met, store: &Store<'_>, out: &mut Out<'_>) {
    let limits = store.open.limits;
    let mut remark = |told: bool, text: String| {
        if told {
            out.remark(text);
        }
    };
    let shallow = outline.shallow.len();
    remark(shallow > 0, format!("a shallow clone: what came before {shallow} of its commits was not cloned"));
    let after = outline.prerequisites;
    remark(
        after > 0,
        format!("it follows on from {after} commits that are not in it; what came before is not told"),
    );
    remark(outline.partial, "some objects were left out when it was made (a filter)".to_owned());
    remark(store.baseless() > 0, format!("{} objects build on others that are not in it", store.baseless()));
    remark(met.missing > 0, format!("{} commits that its history names are not in it", met.missing));
    remark(met.beyond, format!("more than {} commits, the limit; the newest were read", limits.git_commits));
    remark(outline.refs.beyond, format!("more than {} branches or tags, the limit", limits.git_refs));
    remark(outline.refs.bad > 0, format!("{} of its refs could not be read", outline.refs.bad));
    remark(
        met.without_files > 0,
        format!("of {} commits it is not told which files they touch", met.without_files),
    );
    if met.damaged > 0 {
        out.note(Verdict::Refuse(format!("{} commits are damaged; fetch or copy it again", met.damaged)));
    }
    if met.too_large > 0 {
        let limit = show_bytes(limits.git_object_bytes as u64);
        out.note(Verdict::Refuse(format!("{} commits of more than {limit}, the limit", met.too_large)));
    }
    if met.spent {
        let limit = show_bytes(limits.git_unpacked_bytes);
        out.note(Verdict::Refuse(format!(
            "its objects unpack to more than {limit}, the limit; import a shallow clone of it"
        )));
    } else if met.commits == 0 && met.damaged == 0 {
        out.note(Verdict::refuse("none of its commits is in it; clone or bundle it again"));
    }
}
