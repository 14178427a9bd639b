//! A repository's records: itself, its history, its files and README, its tags.

use std::cell::RefCell;

use assay_domain::import::{Record, RepoRef, Repository, Seen};
use gix_hash::ObjectId;
use gix_object::{Kind as Sort, TagRef};

use super::commit::Parsed;
use super::history::walk;
use super::outline::Outline;
use super::pack::Lost;
use super::refs::Refs;
use super::remarks::remarks;
use super::store::Store;
use super::{readme, tree};
use crate::account::login_only;
use crate::json::one_line;
use crate::read::{Out, Verdict};

/// Tells everything: the repository, its history, its files and README, its tags.
pub(super) fn tell(outline: &Outline, mut store: Store<'_>, out: &RefCell<&mut Out<'_>>) {
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
    if starts.is_empty() && refs.tags.is_empty() && refs.bad == 0 && store.holds_nothing() {
        return empty(repo, &mut out.borrow_mut());
    }
    let mut record = |commit: Parsed, id: &ObjectId, files| {
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
    let root = commit.ok().and_then(|()| Parsed::from_bytes(&bytes, store.kind)).map(|c| c.tree);
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
