//! What an object in a response is: by its type where that was asked for, else by its keys, address and place.

use serde_json::Value;

use super::{members, person, repository, thread};
use crate::json::{Object, has, has_any, text};
use crate::read::{Out, Verdict};
use crate::shape::gh_repo_list::reference;
use crate::url;

/// What an object is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Person,
    Repository,
    Pull,
    Issue,
    Discussion,
    Connection,
    Unknown,
}

/// A root of the response, under its own name or an alias.
pub(super) fn root(key: &str, root: &Value, out: &mut Out<'_>) {
    match root {
        Value::Array(items) => items.iter().filter_map(Value::as_object).for_each(|item| one(key, item, out)),
        Value::Object(body) => one(key, body, out),
        _ => {}
    }
}

fn one(key: &str, body: &Object, out: &mut Out<'_>) {
    match kind(key, body) {
        Kind::Person => person::read(body, out),
        Kind::Repository => repository::read(body, None, out),
        Kind::Pull => thread::pull(body, None, out),
        Kind::Issue => thread::issue(body, None, out),
        Kind::Discussion => out.note(Verdict::skip(DISCUSSION)),
        // Members of a connection hold no connection of the same kind again.
        Kind::Connection => {
            members(body).into_iter().filter(|item| !is_connection(item)).for_each(|item| one("", item, out))
        }
        Kind::Unknown => {}
    }
}

/// What is said of discussions.
pub(super) const DISCUSSION: &str =
    "a discussion with its comments: Assay keeps issues and pull requests, not discussions";

fn is_connection(body: &Object) -> bool {
    has_any(body, &["nodes", "edges"])
}

fn kind(key: &str, body: &Object) -> Kind {
    match text(body, "__typename") {
        Some("User" | "Organization" | "Bot" | "Mannequin") => return Kind::Person,
        Some("Repository") => return Kind::Repository,
        Some("PullRequest") => return Kind::Pull,
        Some("Issue") => return Kind::Issue,
        Some("Discussion") => return Kind::Discussion,
        _ => {}
    }
    if text(body, "login").is_some() {
        return Kind::Person;
    }
    if reference(body).is_some() && !has(body, &["number"]) {
        return Kind::Repository;
    }
    if is_connection(body) {
        return Kind::Connection;
    }
    if has(body, &["number", "title"]) {
        return thread_kind(body);
    }
    if key == "repository" { Kind::Repository } else { Kind::Unknown }
}

/// What a body with a number and a title is.
fn thread_kind(body: &Object) -> Kind {
    let address = text(body, "url").and_then(url::parse);
    match address.as_ref().and_then(|address| address.segments.get(2).copied()) {
        Some("pull") => return Kind::Pull,
        Some("issues") => return Kind::Issue,
        Some("discussions") => return Kind::Discussion,
        _ => {}
    }
    if has_any(body, &["mergedAt", "merged", "isDraft", "headRefName", "baseRefName", "additions"]) {
        return Kind::Pull;
    }
    let answered = has_any(body, &["answer", "isAnswered", "answerChosenAt", "category"]);
    if answered { Kind::Discussion } else { Kind::Unknown }
}
