//! GitHub's account and migration exports.

use super::Shape;
use crate::json::{Object, has, text};
use crate::read::{Out, Place, Verdict};

pub(super) const SHAPE: Shape = Shape {
    id: "account-export",
    recognised_by: "`type` that names a model (`user`, `pull_request`, ...) with `url` and without `id`; or `version` \
                    with `github_sha`",
    tells: "nothing: this version does not read account exports",
    cannot_tell: "-",
    fits,
    read,
};

const MODELS: &[&str] = &[
    "attachment",
    "bot",
    "commit_comment",
    "discussion",
    "issue",
    "issue_comment",
    "issue_event",
    "milestone",
    "organization",
    "project",
    "protected_branch",
    "pull_request",
    "pull_request_review",
    "pull_request_review_comment",
    "pull_request_review_thread",
    "release",
    "repository",
    "repository_file",
    "team",
    "user",
];

fn fits(body: &Object, _place: Place) -> bool {
    let model = text(body, "type").is_some_and(|model| MODELS.contains(&model));
    (model && has(body, &["url"]) && !has(body, &["id"])) || has(body, &["version", "github_sha"])
}

fn read(_body: &Object, _place: Place, _out: &mut Out<'_>) -> Result<(), Verdict> {
    Err(Verdict::skip(
        "part of a GitHub account export; this version does not read account exports. Import REST bodies instead",
    ))
}
