//! `gh repo list --json KEYS` and `gh repo view --json KEYS`: the key names of GraphQL.

use assay_domain::import::{Record, RepoRef, Repository, Seen};
use serde_json::Value;

use super::{Shape, full_name, lacking};
use crate::account;
use crate::json::{Object, has_any, list, object, seen, seen_bool, seen_number, seen_text, seen_time, text};
use crate::read::{Out, Place, Verdict};
use crate::url::{self, GITHUB};

pub(super) const SHAPE: Shape = Shape {
    id: "gh-repo-list",
    recognised_by: "`nameWithOwner`, or `name` with `stargazerCount`, `isFork` or `diskUsage`",
    tells: "repositories, with the keys that were asked for",
    cannot_tell: "the numeric id of the owner; repositories beyond `--limit` (30 if not given)",
    fits,
    read,
};

fn fits(body: &Object, _place: Place) -> bool {
    text(body, "nameWithOwner").is_some()
        || (text(body, "name").is_some()
            && has_any(body, &["stargazerCount", "isFork", "diskUsage", "isArchived"]))
}

fn read(body: &Object, _place: Place, out: &mut Out<'_>) -> Result<(), Verdict> {
    let reference = reference(body).ok_or_else(|| lacking("the owner (`--json nameWithOwner`)"))?;
    out.push(Record::Repository(Box::new(repository(body, reference))));
    Ok(())
}

/// The repository a body names, by its address or its `nameWithOwner`.
pub(super) fn reference(body: &Object) -> Option<RepoRef> {
    let addressed = text(body, "url").and_then(url::repo_of);
    let host = addressed.as_ref().map_or(GITHUB, |repo| repo.host.as_str());
    text(body, "nameWithOwner").and_then(|name| full_name(name, host)).or(addressed)
}

/// The repository in a body with GraphQL's key names.
pub(super) fn repository(body: &Object, reference: RepoRef) -> Repository {
    let owner = object(body, "owner").and_then(|owner| account::account(owner, &reference.host));
    Repository {
        // The `id` here is not the number that names an account, so only the login is taken.
        owner: owner.unwrap_or_else(|| account::login_only(&reference.owner, &reference.host)),
        name: reference.name,
        description: seen_text(body, "description"),
        fork: seen_bool(body, "isFork"),
        archived: seen_bool(body, "isArchived"),
        private: seen_bool(body, "isPrivate"),
        language: name_of(body, "primaryLanguage", &["name"]),
        topics: topics(body),
        stars: seen_number(body, "stargazerCount"),
        forks: seen_number(body, "forkCount"),
        open_issues: Seen::Absent,
        licence: name_of(body, "licenseInfo", &["name", "spdxId", "key"]),
        default_branch: name_of(body, "defaultBranchRef", &["name"]),
        size_kb: seen_number(body, "diskUsage"),
        created_at: seen_time(body, "createdAt"),
        pushed_at: seen_time(body, "pushedAt"),
        updated_at: seen_time(body, "updatedAt"),
        pinned: Seen::Absent,
    }
}

/// A name inside the object under a key; null says that there is none.
fn name_of(body: &Object, key: &str, names: &[&str]) -> Seen<String> {
    seen(body, key, |value| {
        let inside = value.as_object()?;
        names.iter().find_map(|name| text(inside, name)).filter(|name| !name.is_empty()).map(str::to_owned)
    })
}

/// Topics: a list of `{name}` here, `{nodes: [{topic: {name}}]}` in plain GraphQL.
fn topics(body: &Object) -> Seen<Vec<String>> {
    let name = |item: &Value| {
        let item = item.as_object()?;
        text(object(item, "topic").unwrap_or(item), "name").map(str::to_owned)
    };
    seen(body, "repositoryTopics", |value| match value {
        Value::Array(items) => Some(items.iter().filter_map(name).collect()),
        Value::Object(inside) => Some(list(inside, "nodes").iter().filter_map(name).collect()),
        _ => None,
    })
}
