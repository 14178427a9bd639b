//! Saved error answers: never to be taken for "nothing there".

use serde_json::Value;

use super::{NO_FIELDS, Shape};
use crate::json::{Object, text};
use crate::read::{Out, Place, Verdict};

pub(super) const SHAPE: Shape = Shape {
    id: super::ERROR,
    recognised_by: "`message` or `error`, and besides only `documentation_url`, `status`, `errors` and the like",
    tells: "that the capture went wrong, and why",
    cannot_tell: "anything else: refused",
    fields: NO_FIELDS,
    fits,
    read,
};

const KEYS: &[&str] = &[
    "message",
    "error",
    "error_description",
    "error_uri",
    "documentation_url",
    "status",
    "errors",
    "block",
    "url",
];

fn fits(body: &Object, _place: Place) -> bool {
    text(body, "message").or_else(|| text(body, "error")).is_some()
        && body.keys().all(|key| KEYS.contains(&key.as_str()))
}

fn read(body: &Object, _place: Place, _out: &mut Out<'_>) -> Result<(), Verdict> {
    let message = text(body, "message").or_else(|| text(body, "error")).unwrap_or_default();
    let message: String = message.chars().filter(|c| !c.is_control()).take(200).collect();
    let status = match body.get("status") {
        Some(Value::String(status)) => status.parse().ok(),
        Some(Value::Number(status)) => status.as_u64(),
        _ => None,
    };
    let legal = body.contains_key("block") || status == Some(451);
    let (name, remedy) = if legal { LEGAL } else { meaning(&message.to_lowercase(), status) };
    Err(Verdict::refuse(format!("a saved error answer of the server, {name} (\"{message}\"): {remedy}")))
}

const LEGAL: (&str, &str) = ("blocked for legal reasons (451)", "GitHub does not give it to anybody");

/// What an error is called, and what to do about it: by its words, else by its status.
fn meaning(message: &str, status: Option<u64>) -> (&'static str, &'static str) {
    let about = |words: &[&str]| words.iter().any(|word| message.contains(word));
    if about(&["abuse", "secondary rate"]) {
        return ("secondary rate limit", "wait some minutes, then fetch it again more slowly");
    }
    if about(&["rate limit"]) {
        return ("rate limit", "fetch it again after an hour, or with a token");
    }
    if about(&["not found"]) {
        return (
            "not found",
            "check the address, and whether the token may see it; it does not mean that there is nothing",
        );
    }
    if about(&["credentials", "requires authentication", "unauthorized"]) {
        return ("not signed in", "fetch it again with a valid token");
    }
    if about(&["forbidden", "not accessible", "must have", "saml", "blocked"]) {
        return ("not allowed", "fetch it again with a token that may see it");
    }
    if about(&["moved permanently"]) {
        return ("moved", "follow the address it names and fetch it again");
    }
    if about(&["repository is empty"]) {
        return ("an empty repository", "there is nothing to fetch; its other bodies tell of it");
    }
    let failed =
        about(&["server error", "unavailable", "timed out", "timeout", "bad gateway", "couldn't respond"]);
    if failed || status.is_some_and(|status| status >= 500) {
        return ("the server failed", "it has nothing to do with the account; fetch it again later");
    }
    match status {
        Some(401) => ("not signed in", "fetch it again with a valid token"),
        Some(403) => ("not allowed", "fetch it again with a token that may see it"),
        Some(404 | 410) => ("not found", "check the address; it does not mean that there is nothing"),
        Some(429) => ("rate limit", "fetch it again after an hour, or with a token"),
        _ => ("error", "fetch it again"),
    }
}
