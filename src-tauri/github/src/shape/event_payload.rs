//! What an event carries inside.

use assay_domain::import::{CommentKind, Record, RepoRef};
use serde_json::Value;

use super::comment::comment;
use super::commit::{pushed, pushed_before_2015};
use super::issue::issue;
use super::pull::pull;
use super::release::release;
use super::{comment, issue, pull, release};
use crate::json::{Object, has, has_any, list, number, object, text};
use crate::read::Out;

/// What was done, where the type alone does not say it. A closed pull request that was merged keeps `closed`, as GitHub
/// had it; since October 2025 the action is `merged`.
pub(super) fn action(payload: &Object) -> Option<String> {
    text(payload, "action").map(str::to_owned)
}

/// Adds the records that a payload carries, and the keys in them that cannot be read.
pub(super) fn inside(
    payload: &Object,
    repo: Option<&RepoRef>,
    records: &mut Vec<Record>,
    unread: &mut Vec<&'static str>,
    out: &Out<'_>,
) {
    commits(payload, repo, records);
    if let (Some(body), Some(repo)) = (object(payload, "pull_request"), repo)
        // Since October 2025, and before 2012, the body is a stub without state and author; from it nothing is known.
        && has(body, &["state", "user"])
    {
        unread.extend(pull::FIELDS.unreadable(body));
        records.extend(pull(body, body, repo.clone()).map(Box::new).map(Record::PullRequest));
    }
    if let Some(body) = object(payload, "comment") {
        unread.extend(comment::FIELDS.unreadable(body));
        let kind = comment_kind(body, payload);
        let mut comment = comment(body, kind, out);
        let thread = object(payload, "issue").or_else(|| object(payload, "pull_request"));
        comment.number = comment.number.or_else(|| number(thread?, "number"));
        comment.repo = comment.repo.or_else(|| repo.cloned());
        records.push(Record::Comment(Box::new(comment)));
    } else if let (Some(body), Some(repo)) = (object(payload, "issue"), repo)
        && !body.get("pull_request").is_some_and(Value::is_object)
    {
        unread.extend(issue::FIELDS.unreadable(body));
        records.extend(issue(body, repo.clone()).map(Box::new).map(Record::Issue));
    }
    if let Some(body) = object(payload, "review") {
        unread.extend(comment::FIELDS.unreadable(body));
        let mut review = comment(body, CommentKind::Review, out);
        let thread = object(payload, "pull_request");
        review.number = review.number.or_else(|| number(thread?, "number"));
        review.repo = review.repo.or_else(|| repo.cloned());
        records.push(Record::Comment(Box::new(review)));
    }
    if let Some(body) = object(payload, "release") {
        unread.extend(release::FIELDS.unreadable(body));
        records.extend(release(body, repo.cloned()).map(Box::new).map(Record::Release));
    }
}

/// The commits of a push: objects, or before 2015 lists of id, address, message and name under `shas`.
fn commits(payload: &Object, repo: Option<&RepoRef>, records: &mut Vec<Record>) {
    let objects = list(payload, "commits").iter().filter_map(Value::as_object);
    let objects = objects.filter_map(|body| pushed(body, repo.cloned()));
    let lists = list(payload, "shas").iter().filter_map(Value::as_array);
    let lists = lists.filter_map(|parts| pushed_before_2015(parts, repo.cloned()));
    records.extend(objects.chain(lists).map(Box::new).map(Record::Commit));
}

fn comment_kind(comment: &Object, payload: &Object) -> CommentKind {
    if has_any(comment, &["diff_hunk", "pull_request_url"]) || has(payload, &["pull_request"]) {
        return CommentKind::ReviewLine;
    }
    if has(payload, &["issue"]) { CommentKind::Issue } else { CommentKind::Commit }
}
