//! Comments on issues, in the conversation of pull requests, and on commits.

use assay_domain::import::{Comment, CommentKind, Record};

use super::{Shape, repo_for, thread_number};
use crate::account;
use crate::json::{Fields, Object, has, has_any, number, owned, text, time};
use crate::read::{Out, Place, Verdict};
use crate::url::GITHUB;

pub(super) const SHAPE: Shape = Shape {
    id: "rest-comment",
    recognised_by: "`body` and `user` with `issue_url` (on an issue or pull request) or `commit_id` (on a commit)",
    tells: "author, text, time, and what it stands on",
    cannot_tell: "the thread around it",
    fields: FIELDS,
    fits,
    read,
};

/// What is checked in a body.
pub(super) const FIELDS: Fields = Fields {
    numbers: &["id", "line", "original_line"],
    times: &["created_at", "submitted_at"],
    texts: &["body", "path", "commit_id", "diff_hunk", "state"],
};

fn fits(body: &Object, _place: Place) -> bool {
    let addressed =
        |part| ["url", "html_url"].iter().any(|key| text(body, key).is_some_and(|url| url.contains(part)));
    has(body, &["body", "user"])
        && !has_any(body, &["title", "number", "files"])
        && (has_any(body, &["issue_url", "commit_id"])
            || addressed("/issues/comments/")
            || addressed("#issuecomment-"))
}

fn read(body: &Object, _place: Place, out: &mut Out<'_>) -> Result<(), Verdict> {
    let on_commit = has(body, &["commit_id"]) && !has(body, &["issue_url"]);
    let kind = if on_commit { CommentKind::Commit } else { CommentKind::Issue };
    out.push(Record::Comment(Box::new(comment(body, kind, out))));
    Ok(())
}

/// The comment in a body of any of the kinds.
pub(super) fn comment(body: &Object, kind: CommentKind, out: &Out<'_>) -> Comment {
    const ADDRESSES: [&str; 4] = ["pull_request_url", "issue_url", "html_url", "url"];
    let repo = repo_for(body, &ADDRESSES, out);
    let host = repo.as_ref().map_or(GITHUB, |repo| repo.host.as_str()).to_owned();
    let told = |key| text(body, key).map(str::to_owned);
    Comment {
        kind,
        number: if kind == CommentKind::Commit { None } else { thread_number(body, &ADDRESSES) },
        repo,
        id: number(body, "id"),
        author: account::account_at(body, "user", &host),
        body: owned(body, "body"),
        path: told("path"),
        // Of a line that has moved on, the place at which it was written is told.
        line: number(body, "line").or_else(|| number(body, "original_line")),
        commit: told("commit_id"),
        diff_hunk: told("diff_hunk"),
        verdict: if kind == CommentKind::Review { told("state") } else { None },
        created_at: time(body, "created_at").or_else(|| time(body, "submitted_at")),
    }
}
