//! `gh repo list --json KEYS` and `gh repo view --json KEYS`: the key names of GraphQL.

use assay_domain::import::{Record, Release, RepoRef, Repository, Seen};
use serde_json::Value;

use super::{Shape, full_name, lacking};
use crate::account;
use crate::json::{
    Fields, Object, either, has_any, list, number, object, seen, seen_bool, seen_number, seen_text,
    seen_time, text, time,
};
use crate::read::{Out, Place, Verdict};
use crate::url::{self, GITHUB};

pub(super) const SHAPE: Shape = Shape {
    id: "gh-repo-list",
    recognised_by: "`nameWithOwner`, or `name` with `stargazerCount`, `isFork` or `diskUsage`",
    tells: "repositories, with the keys that were asked for",
    cannot_tell: "the numeric id of the owner; repositories beyond `--limit` (30 if not given)",
    fields: FIELDS,
    fits,
    read,
};

/// What is checked in a body.
pub(super) const FIELDS: Fields = Fields {
    numbers: &[
        "stargazerCount",
        "stargazersCount",
        "forkCount",
        "forksCount",
        "openIssuesCount",
        "diskUsage",
    ],
    times: &["createdAt", "pushedAt", "updatedAt"],
    texts: &["description"],
};

/// Keys of `gh` that REST bodies do not have.
const KEYS: &[&str] = &[
    "stargazerCount",
    "stargazersCount",
    "forkCount",
    "isFork",
    "isPrivate",
    "isArchived",
    "isEmpty",
    "isTemplate",
    "diskUsage",
    "pushedAt",
    "createdAt",
    "updatedAt",
    "primaryLanguage",
    "defaultBranchRef",
    "homepageUrl",
    "sshUrl",
];

fn fits(body: &Object, _place: Place) -> bool {
    let named =
        text(body, "nameWithOwner").is_some() || (text(body, "name").is_some() && has_any(body, KEYS));
    named && !has_any(body, &["number", "tagName", "commit"])
}

fn read(body: &Object, _place: Place, out: &mut Out<'_>) -> Result<(), Verdict> {
    let reference = reference(body).ok_or_else(|| lacking("the owner (`--json nameWithOwner`)"))?;
    languages(body, &reference, out);
    let latest = object(body, "latestRelease").and_then(|release| latest(release, &reference));
    out.push(Record::Repository(Box::new(repository(body, reference))));
    latest.into_iter().for_each(|release| out.push(release));
    Ok(())
}

/// Languages with their bytes, where asked for.
fn languages(body: &Object, repo: &RepoRef, out: &mut Out<'_>) {
    let size = |edge: &Value| {
        let edge = edge.as_object()?;
        Some((text(object(edge, "node")?, "name")?.to_owned(), number(edge, "size")?))
    };
    if body.get("languages").is_some_and(Value::is_array) {
        let bytes = list(body, "languages").iter().filter_map(size).collect();
        out.push(Record::Languages { repo: Some(repo.clone()), bytes });
    }
}

/// The newest release, where asked for.
fn latest(release: &Object, repo: &RepoRef) -> Option<Record> {
    Some(Record::Release(Box::new(Release {
        repo: Some(repo.clone()),
        tag: text(release, "tagName")?.to_owned(),
        name: seen_text(release, "name"),
        body: Seen::Absent,
        author: None,
        published_at: time(release, "publishedAt"),
    })))
}

/// The repository a body names, by its address or its `nameWithOwner`.
pub(super) fn reference(body: &Object) -> Option<RepoRef> {
    let addressed = text(body, "url").and_then(url::repo_of);
    let host = addressed.as_ref().map_or(GITHUB, |repo| repo.host.as_str());
    let named = text(body, "nameWithOwner").or_else(|| text(body, "fullName"));
    let parts = || {
        let owner = text(object(body, "owner")?, "login")?;
        full_name(&format!("{owner}/{}", text(body, "name")?), host)
    };
    named.and_then(|name| full_name(name, host)).or_else(|| addressed.clone()).or_else(parts)
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
        private: private(body),
        // `gh search repos` has names of its own.
        language: either(name_of(body, "primaryLanguage", &["name"]), seen_text(body, "language")),
        topics: topics(body),
        stars: either(seen_number(body, "stargazerCount"), seen_number(body, "stargazersCount")),
        forks: either(seen_number(body, "forkCount"), seen_number(body, "forksCount")),
        open_issues: seen_number(body, "openIssuesCount"),
        licence: either(
            name_of(body, "licenseInfo", &["name", "spdxId", "key"]),
            name_of(body, "license", &["name", "key"]),
        ),
        default_branch: either(
            name_of(body, "defaultBranchRef", &["name"]),
            seen_text(body, "defaultBranch"),
        ),
        size_kb: either(seen_number(body, "diskUsage"), seen_number(body, "size")),
        created_at: seen_time(body, "createdAt"),
        pushed_at: seen_time(body, "pushedAt"),
        updated_at: seen_time(body, "updatedAt"),
        pinned: Seen::Absent,
    }
}

/// Whether it is private: told so, or by the visibility.
fn private(body: &Object) -> Seen<bool> {
    let told = seen(body, "visibility", |value| Some(!value.as_str()?.eq_ignore_ascii_case("public")));
    either(seen_bool(body, "isPrivate"), told)
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
