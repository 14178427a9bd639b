//! `gh issue list --json KEYS`, `gh issue view --json KEYS` and `gh search issues --json KEYS`.

use serde_json::Value;

use super::gh_pr_list::page;
use super::graphql::thread;
use super::{NO_FIELDS, Shape};
use crate::json::{Object, has, has_any};
use crate::read::{Out, Place, Verdict};

pub(super) const SHAPE: Shape = Shape {
    id: "gh-issue-list",
    recognised_by: "`number` and `title` with an address of an issue's page, `isPullRequest` false, or `createdAt` with \
                    `stateReason` or `isPinned`",
    tells: "issues, with the keys that were asked for; their comments, where asked for",
    cannot_tell: "the numeric id of the author; without `url` and outside of `repos/OWNER/NAME`, the repository",
    fields: NO_FIELDS,
    fits,
    read,
};

fn fits(body: &Object, _place: Place) -> bool {
    let told = body.get("isPullRequest").and_then(Value::as_bool) == Some(false);
    let named = has_any(body, &["stateReason", "isPinned"]) && has(body, &["createdAt"]);
    let plain = !has(body, &["isDraft"]) && !has(body, &["headRefName"]);
    has(body, &["number", "title"]) && (page(body) == Some("issues") || told || (named && plain))
}

fn read(body: &Object, _place: Place, out: &mut Out<'_>) -> Result<(), Verdict> {
    let around = out.hints.repo.clone();
    thread::issue(body, around.as_ref(), out);
    Ok(())
}
