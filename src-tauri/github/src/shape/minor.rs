//! GitHub bodies that are known, and hold nothing that Assay keeps.

use super::{NO_FIELDS, Shape};
use crate::json::{Object, has};
use crate::read::{Out, Place, Verdict};

pub(super) const SHAPE: Shape = Shape {
    id: "rest-other",
    recognised_by: "the keys of tags, branches, labels, milestones, topics, addresses, keys, rate limits, workflows",
    tells: "nothing that Assay keeps",
    cannot_tell: "-",
    fields: NO_FIELDS,
    fits,
    read,
};

/// Keys that together mark a body, and what it is called.
const KNOWN: &[(&[&str], &str)] = &[
    (&["name", "zipball_url", "tarball_url", "commit"], "a tag"),
    (&["name", "commit", "protected"], "a branch"),
    (&["ref", "object"], "a git reference"),
    (&["name", "color"], "a label"),
    (&["number", "title", "open_issues"], "a milestone"),
    (&["names"], "topics"),
    (&["email", "primary", "verified"], "an e-mail address"),
    (&["id", "key"], "a public key"),
    (&["resources", "rate"], "the rate limit"),
    (&["total_count", "workflow_runs"], "workflow runs"),
    (&["total_count", "workflows"], "workflows"),
    (&["spdx_id", "key"], "a licence"),
    (&["provider", "url"], "a social account"),
    (&["slug", "permission"], "a team"),
    (&["filename", "patch"], "a file of a difference"),
    (&["filename", "status", "changes"], "a file of a difference"),
    (&["name", "display_name", "curated"], "a topic"),
    (&["total_count", "check_runs"], "runs of checks"),
    (&["total_count", "check_suites"], "suites of checks"),
    (&["state", "statuses", "sha"], "the state of a commit's checks"),
    (&["health_percentage"], "the community profile"),
    (&["reason", "subject", "unread"], "a notification"),
    (&["sha", "content", "encoding"], "the content of a file without its name"),
    (&["users", "teams"], "requested reviewers"),
    (&["raw_key", "key_id"], "a signing key"),
    (&["subscribed", "ignored"], "a subscription"),
    (&["week", "days", "total"], "activity by week"),
    (&["html_url", "commit", "permission"], "a permission"),
    (&["base_commit", "commits"], "a comparison"),
    (&["commit_url", "event", "actor"], "an issue event"),
    (&["current_user_url", "emojis_url"], "the list of GitHub's addresses"),
];

fn name(body: &Object) -> Option<&'static str> {
    KNOWN.iter().find(|(keys, _)| has(body, keys)).map(|(_, name)| *name)
}

fn fits(body: &Object, _place: Place) -> bool {
    name(body).is_some()
}

fn read(body: &Object, _place: Place, _out: &mut Out<'_>) -> Result<(), Verdict> {
    Err(Verdict::skip(format!("{}: nothing that Assay keeps", name(body).unwrap_or("known"))))
}
