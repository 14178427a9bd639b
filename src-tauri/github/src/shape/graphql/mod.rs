//! GraphQL responses: people, repositories, pull requests, issues and their conversations, as far as they were asked for.

mod node;
mod person;
mod repository;
pub(super) mod thread;

use serde_json::Value;

use super::{NO_FIELDS, Shape};
use crate::json::{Object, has, list, object, text};
use crate::read::{Out, Place, Verdict};

pub(super) const SHAPE: Shape = Shape {
    id: "graphql",
    recognised_by: "`data`, `errors` and `extensions` only",
    tells: "under any root or alias: profiles, repositories (README, languages, files, commits, releases), pull \
            requests, issues, comments and reviews asked for; of a partial response, what is there",
    cannot_tell: "what was not asked for, and other pages; discussions are passed by",
    fields: NO_FIELDS,
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
    let before = out.records();
    for (key, root) in data {
        if key != "rateLimit" {
            node::root(key, root, out);
        }
    }
    let understood = out.records() > before;
    if !list(body, "errors").is_empty() {
        let reason = format!("a partial GraphQL answer ({}): what is there was read", errors(body));
        out.note(if understood { Verdict::skip(reason) } else { Verdict::refuse(reason) });
    } else if !understood && !out.has_notes() {
        return Err(Verdict::skip("a GraphQL answer in which nothing is that Assay keeps"));
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

/// The objects under a key: a list, or a connection with `nodes` or `edges`.
pub(super) fn items<'a>(parent: &'a Object, key: &str) -> Vec<&'a Object> {
    match parent.get(key) {
        Some(Value::Array(items)) => items.iter().filter_map(Value::as_object).collect(),
        Some(Value::Object(connection)) => members(connection),
        _ => Vec::new(),
    }
}

/// The objects in a connection.
fn members(connection: &Object) -> Vec<&Object> {
    if has(connection, &["nodes"]) {
        return list(connection, "nodes").iter().filter_map(Value::as_object).collect();
    }
    let edges = list(connection, "edges").iter().filter_map(Value::as_object);
    edges.filter_map(|edge| object(edge, "node")).collect()
}
