//! Repositories, pull requests, issues and releases of an export.

use assay_domain::import::{Issue, PullRequest, PullState, Record, Release, RepoRef, Repository, Seen};
use serde_json::Value;

use super::refs;
use crate::account::login_only;
use crate::json::{Object, object, owned, seen, seen_bool, seen_text, seen_time, text, time};
use crate::read::Verdict;
use crate::shape::lacking;

pub(super) fn repository(body: &Object) -> Result<Record, Verdict> {
    let reference = refs::repo_at(body, &["url"]);
    let owner = refs::account_at(body, "owner")
        .or_else(|| reference.as_ref().map(|repo| login_only(&repo.owner, &repo.host)))
        .ok_or_else(|| lacking("the owner"))?;
    let name = text(body, "name").map(str::to_owned).or_else(|| Some(reference?.name));
    Ok(Record::Repository(Box::new(Repository {
        owner,
        name: name.filter(|name| !name.is_empty()).ok_or_else(|| lacking("the name"))?,
        description: seen_text(body, "description"),
        fork: seen_bool(body, "fork"),
        archived: seen_bool(body, "is_archived"),
        private: private(body),
        language: Seen::Absent,
        topics: topics(body),
        stars: Seen::Absent,
        forks: Seen::Absent,
        open_issues: Seen::Absent,
        licence: Seen::Absent,
        default_branch: seen_text(body, "default_branch"),
        size_kb: Seen::Absent,
        created_at: seen_time(body, "created_at"),
        pushed_at: seen_time(body, "pushed_at"),
        updated_at: seen_time(body, "updated_at"),
        pinned: Seen::Absent,
    })))
}

/// Newer schemas say `visibility`.
fn private(body: &Object) -> Seen<bool> {
    match text(body, "visibility") {
        Some(visibility) => Seen::Value(visibility != "public"),
        None => seen_bool(body, "private"),
    }
}

/// Topics: texts, or objects with a name.
fn topics(body: &Object) -> Seen<Vec<String>> {
    let name = |topic: &Value| match topic {
        Value::String(name) => Some(name.clone()),
        Value::Object(topic) => text(topic, "name").map(str::to_owned),
        _ => None,
    };
    seen(body, "repository_topics", |value| Some(value.as_array()?.iter().filter_map(name).collect()))
}

fn place(body: &Object) -> Result<(RepoRef, u64), Verdict> {
    let base = object(body, "base").and_then(|base| refs::repo_at(base, &["repo"]));
    let repo = refs::repo_at(body, &["repository"]).or(base).or_else(|| refs::repo_at(body, &["url"]));
    let number = refs::thread_at(body, &["url"]).ok_or_else(|| lacking("the number"))?;
    Ok((repo.ok_or_else(|| lacking("the repository"))?, number))
}

pub(super) fn pull(body: &Object) -> Result<Record, Verdict> {
    let (repo, number) = place(body)?;
    Ok(Record::PullRequest(Box::new(PullRequest {
        repo,
        number,
        title: owned(body, "title"),
        body: seen_text(body, "body"),
        author: refs::account_at(body, "user"),
        state: state(body),
        created_at: time(body, "created_at"),
        merged_at: time(body, "merged_at"),
        closed_at: time(body, "closed_at"),
    })))
}

/// Times tell the state: there is no word for it.
fn state(body: &Object) -> PullState {
    match (seen_text(body, "merged_at"), seen_text(body, "closed_at")) {
        (Seen::Value(_), _) => PullState::Merged,
        (Seen::Empty, Seen::Value(_)) => PullState::Closed,
        (Seen::Absent, Seen::Value(_)) => PullState::ClosedUnknown,
        (_, Seen::Empty) => PullState::Open,
        (_, Seen::Absent) => PullState::ClosedUnknown,
    }
}

pub(super) fn issue(body: &Object) -> Result<Record, Verdict> {
    let (repo, number) = place(body)?;
    Ok(Record::Issue(Box::new(Issue {
        repo,
        number,
        title: owned(body, "title"),
        body: seen_text(body, "body"),
        author: refs::account_at(body, "user"),
        open: seen_text(body, "closed_at") == Seen::Empty,
        comments: None,
        created_at: time(body, "created_at"),
        closed_at: time(body, "closed_at"),
    })))
}

pub(super) fn release(body: &Object) -> Result<Record, Verdict> {
    Ok(Record::Release(Box::new(Release {
        repo: refs::repo_at(body, &["repository", "url"]),
        tag: text(body, "tag_name").map(str::to_owned).ok_or_else(|| lacking("the tag"))?,
        name: seen_text(body, "name"),
        body: seen_text(body, "body"),
        author: refs::account_at(body, "user"),
        published_at: time(body, "published_at"),
    })))
}
