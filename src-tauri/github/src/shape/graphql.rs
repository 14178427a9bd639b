//! GraphQL responses: a profile with its repositories and pull requests, as far as they were asked for.

use assay_domain::import::{AccountRef, Profile, Record, Seen};
use serde_json::Value;

use super::Shape;
use super::gh_pr_list::pull;
use super::gh_repo_list::reference;
use super::graphql_repository;
use crate::account::{kind, login_only};
use crate::json::{
    Object, either, has, has_any, list, number, object, seen, seen_bool, seen_number, seen_text, seen_time,
    text,
};
use crate::read::{Out, Place, Verdict};
use crate::url::{self, GITHUB};

pub(super) const SHAPE: Shape = Shape {
    id: "graphql",
    recognised_by: "`data`, `errors` and `extensions` only",
    tells: "the profile, repositories (README, languages, files, commits, releases) and pull requests asked for; \
            of a partial response, what is there",
    cannot_tell: "what was not asked for, and other pages",
    fits,
    read,
};

fn fits(body: &Object, _place: Place) -> bool {
    let only = body.keys().all(|key| matches!(key.as_str(), "data" | "errors" | "extensions"));
    only && (has(body, &["data"]) || body.get("errors").is_some_and(Value::is_array))
}

fn read(body: &Object, _place: Place, out: &mut Out<'_>) -> Result<(), Verdict> {
    let Some(data) = object(body, "data") else {
        return Err(Verdict::refuse(format!("a GraphQL answer without data ({}): ask again", errors(body))));
    };
    let mut understood = false;
    for (key, root) in data {
        if let (true, Some(root)) = (key != "rateLimit", root.as_object()) {
            understood |= owner(root, out);
        }
    }
    if !list(body, "errors").is_empty() {
        let reason = format!("a partial GraphQL answer ({}): what is there was read", errors(body));
        out.note(if understood { Verdict::skip(reason) } else { Verdict::refuse(reason) });
    } else if !understood {
        return Err(Verdict::skip(
            "a GraphQL answer about something else than a user's profile or repositories",
        ));
    }
    Ok(())
}

/// The first error and how many there are.
fn errors(body: &Object) -> String {
    let errors = list(body, "errors");
    let first = errors.first().and_then(|error| text(error.as_object()?, "message")).unwrap_or("no message");
    let first: String = first.chars().filter(|c| !c.is_control()).take(120).collect();
    format!("{} errors, the first: {first}", errors.len())
}

/// A user, an organisation, or whoever owns repositories; says whether it was one.
fn owner(root: &Object, out: &mut Out<'_>) -> bool {
    let Some(login) = text(root, "login").filter(|login| !login.is_empty()) else { return false };
    let address = text(root, "url").and_then(url::parse);
    let host = address.map_or_else(|| GITHUB.to_owned(), |address| address.host);
    if has_any(root, &["databaseId", "createdAt", "bio", "name"]) {
        out.push(Record::Subject(Box::new(profile(root, account(root, login, &host)))));
    }
    let pinned: Option<Vec<&str>> = object(root, "pinnedItems").map(|items| {
        let nodes = list(items, "nodes").iter().filter_map(Value::as_object);
        nodes.filter_map(|node| text(node, "nameWithOwner")).collect()
    });
    for node in nodes(root, "repositories") {
        graphql_repository::read(node, pinned.as_deref(), out);
    }
    for node in nodes(root, "pullRequests") {
        let repo = object(node, "repository")
            .and_then(reference)
            .or_else(|| text(node, "url").and_then(url::repo_of));
        match repo.and_then(|repo| pull(node, repo)) {
            Some(pull) => out.push(Record::PullRequest(Box::new(pull))),
            None => out.note(Verdict::skip("a pull request without its repository or number")),
        }
    }
    true
}

/// The objects in a connection.
fn nodes<'a>(parent: &'a Object, key: &str) -> impl Iterator<Item = &'a Object> {
    object(parent, key)
        .map_or(&[][..], |connection| list(connection, "nodes"))
        .iter()
        .filter_map(Value::as_object)
}

fn account(root: &Object, login: &str, host: &str) -> AccountRef {
    let named = text(root, "__typename").or(has(root, &["isHireable"]).then_some("User"));
    AccountRef { id: number(root, "databaseId"), kind: kind(named, login), ..login_only(login, host) }
}

fn profile(root: &Object, account: AccountRef) -> Profile {
    let total = |key| seen(root, key, |value| number(value.as_object()?, "totalCount"));
    Profile {
        kind: account.kind,
        account,
        name: seen_text(root, "name"),
        bio: either(seen_text(root, "bio"), seen_text(root, "description")),
        company: seen_text(root, "company"),
        location: seen_text(root, "location"),
        email: seen_text(root, "email"),
        blog: seen_text(root, "websiteUrl"),
        hireable: seen_bool(root, "isHireable"),
        // The connection may be narrowed (no forks, public only), so its count is not GitHub's count.
        public_repos: Seen::Absent,
        followers: either(total("followers"), seen_number(root, "followersCount")),
        following: total("following"),
        created_at: seen_time(root, "createdAt"),
        updated_at: seen_time(root, "updatedAt"),
        suspended: Seen::Absent,
    }
}
