//! A repository, alone or in lists.

use assay_domain::import::{Record, Repository, Seen};
use serde_json::Value;

use super::{Shape, lacking};
use crate::account;
use crate::json::{
    Fields, Object, either, has, has_any, object, seen, seen_bool, seen_number, seen_text, seen_time, text,
};
use crate::read::{Out, Place, Verdict};
use crate::url::GITHUB;

pub(super) const SHAPE: Shape = Shape {
    id: "rest-repository",
    recognised_by: "`name` and an `owner` with a login, with `full_name`, `fork` or `clone_url`",
    tells: "name, owner, description, main language, stars, forks, dates, licence, topics, as of the capture",
    cannot_tell: "what is in it; whether a list is the owner's or of starred ones, unless the path says starred",
    fields: FIELDS,
    fits,
    read,
};

/// What is checked in a body.
pub(super) const FIELDS: Fields = Fields {
    numbers: &[
        "id",
        "stargazers_count",
        "watchers",
        "forks_count",
        "forks",
        "open_issues_count",
        "open_issues",
        "size",
    ],
    times: &["created_at", "pushed_at", "updated_at"],
    texts: &["description", "language", "default_branch"],
};

fn fits(body: &Object, _place: Place) -> bool {
    let owned = object(body, "owner").is_some_and(|owner| text(owner, "login").is_some());
    owned && text(body, "name").is_some() && has_any(body, &["full_name", "fork", "clone_url"])
}

fn read(body: &Object, _place: Place, out: &mut Out<'_>) -> Result<(), Verdict> {
    let repository = Box::new(repository(body).ok_or_else(|| lacking("the owner or the name"))?);
    let starred = out.hints.of == Some("starred");
    out.push(if starred { Record::Starred(repository) } else { Record::Repository(repository) });
    Ok(())
}

/// The repository in a body.
pub(super) fn repository(body: &Object) -> Option<Repository> {
    let host = account::host_of(body).unwrap_or_else(|| GITHUB.to_owned());
    Some(Repository {
        owner: account::account_at(body, "owner", &host)?,
        name: text(body, "name").filter(|name| !name.is_empty())?.to_owned(),
        description: seen_text(body, "description"),
        fork: seen_bool(body, "fork"),
        archived: seen_bool(body, "archived"),
        private: seen_bool(body, "private"),
        language: seen_text(body, "language"),
        topics: seen(body, "topics", texts),
        // Until August 2012 a star was called a watcher.
        stars: either(seen_number(body, "stargazers_count"), seen_number(body, "watchers")),
        forks: either(seen_number(body, "forks_count"), seen_number(body, "forks")),
        open_issues: either(seen_number(body, "open_issues_count"), seen_number(body, "open_issues")),
        licence: licence(body),
        default_branch: either(seen_text(body, "default_branch"), seen_text(body, "master_branch")),
        size_kb: seen_number(body, "size"),
        created_at: seen_time(body, "created_at"),
        pushed_at: seen_time(body, "pushed_at"),
        updated_at: seen_time(body, "updated_at"),
        pinned: Seen::Absent,
    })
}

fn texts(value: &Value) -> Option<Vec<String>> {
    let items = value.as_array()?.iter();
    Some(items.filter_map(Value::as_str).map(str::to_owned).collect())
}

fn licence(body: &Object) -> Seen<String> {
    match object(body, "license") {
        Some(licence) if has(licence, &["name"]) => seen_text(licence, "name"),
        Some(licence) => seen_text(licence, "spdx_id"),
        None => seen_text(body, "license"),
    }
}
