//! Events of a feed, and what they carry inside.

use assay_domain::import::{AccountRef, CommentKind, Event, Record, RepoRef};
use serde_json::Value;

use super::comment::comment;
use super::commit::pushed;
use super::issue::issue;
use super::pull::pull;
use super::release::release;
use super::{Shape, full_name, lacking};
use crate::account;
use crate::json::{Object, has, has_any, list, number, object, text, time};
use crate::read::{Out, Place, Verdict};
use crate::url::GITHUB;

pub(super) const SHAPE: Shape = Shape {
    id: "rest-event",
    recognised_by: "`type` that ends in `Event`, with `payload` and `actor`",
    tells: "who acted where and when; the commits, pull requests, issues, comments, reviews and releases inside",
    cannot_tell: "authors of pushed commits; since October 2025 the commits of pushes and the author of pull requests",
    fits,
    read,
};

fn fits(body: &Object, _place: Place) -> bool {
    let named = text(body, "type").is_some_and(|kind| kind.ends_with("Event"));
    named && has(body, &["payload"]) && has_any(body, &["actor", "actor_attributes"])
}

fn read(body: &Object, place: Place, out: &mut Out<'_>) -> Result<(), Verdict> {
    let repo = repo(body);
    let host = repo.as_ref().map_or(GITHUB, |repo| repo.host.as_str()).to_owned();
    let actor = actor(body, &host);
    let payload = object(body, "payload");
    let event = Event {
        id: id(body),
        kind: text(body, "type").ok_or_else(|| lacking("the type"))?.to_owned(),
        actor: actor.clone(),
        repo: repo.clone(),
        action: payload.and_then(|payload| text(payload, "action")).map(str::to_owned),
        at: time(body, "created_at"),
    };
    let mut records = vec![Record::Event(Box::new(event))];
    if let Some(payload) = payload {
        inside(payload, repo.as_ref(), &mut records, out);
    }
    out.events(place, actor, records);
    Ok(())
}

/// Ids were numbers before 2015.
fn id(body: &Object) -> String {
    match body.get("id") {
        Some(Value::String(id)) => id.clone(),
        Some(Value::Number(id)) => id.to_string(),
        _ => String::new(),
    }
}

/// The actor: an object; a login before 2015.
fn actor(body: &Object, host: &str) -> Option<AccountRef> {
    match body.get("actor")? {
        Value::String(login) if !login.is_empty() => Some(account::login_only(login, host)),
        other => account::account(other.as_object()?, host),
    }
}

/// The repository: `repo` with `owner/name` as its name; `repository` with `owner` and `name` before 2015.
fn repo(body: &Object) -> Option<RepoRef> {
    if let Some(repo) = object(body, "repo") {
        let host = account::host_of(repo).unwrap_or_else(|| GITHUB.to_owned());
        return full_name(text(repo, "name")?, &host);
    }
    let repo = object(body, "repository")?;
    let host = account::host_of(repo).unwrap_or_else(|| GITHUB.to_owned());
    full_name(&format!("{}/{}", text(repo, "owner")?, text(repo, "name")?), &host)
}

/// The records a payload carries.
fn inside(payload: &Object, repo: Option<&RepoRef>, records: &mut Vec<Record>, out: &Out<'_>) {
    let commits = list(payload, "commits").iter().filter_map(Value::as_object);
    records.extend(commits.filter_map(|body| pushed(body, repo.cloned())).map(Box::new).map(Record::Commit));
    if let (Some(body), Some(repo)) = (object(payload, "pull_request"), repo)
        // Since October 2025 the body is a stub without state and author; from it nothing is known.
        && has(body, &["state", "user"])
    {
        records.extend(pull(body, body, repo.clone()).map(Box::new).map(Record::PullRequest));
    }
    if let Some(body) = object(payload, "comment") {
        let kind = comment_kind(body, payload);
        let mut comment = comment(body, kind, out);
        let thread = object(payload, "issue").or_else(|| object(payload, "pull_request"));
        comment.number = comment.number.or_else(|| number(thread?, "number"));
        comment.repo = comment.repo.or_else(|| repo.cloned());
        records.push(Record::Comment(Box::new(comment)));
    } else if let (Some(body), Some(repo)) = (object(payload, "issue"), repo)
        && !body.get("pull_request").is_some_and(Value::is_object)
    {
        records.extend(issue(body, repo.clone()).map(Box::new).map(Record::Issue));
    }
    if let Some(body) = object(payload, "review") {
        records.push(Record::Comment(Box::new(comment(body, CommentKind::Review, out))));
    }
    if let Some(body) = object(payload, "release") {
        records.extend(release(body, repo.cloned()).map(Box::new).map(Record::Release));
    }
}

fn comment_kind(comment: &Object, payload: &Object) -> CommentKind {
    if has_any(comment, &["diff_hunk", "pull_request_url"]) || has(payload, &["pull_request"]) {
        return CommentKind::ReviewLine;
    }
    if has(payload, &["issue"]) { CommentKind::Issue } else { CommentKind::Commit }
}
