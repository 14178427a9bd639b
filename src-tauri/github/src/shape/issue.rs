//! Issues, and pull requests as the issues interface and the search give them.

use assay_domain::import::{Issue, Record};

use super::pull::pull;
use super::{Shape, lacking, repo_for};
use crate::account;
use crate::json::{Fields, Object, has, has_any, number, object, owned, seen_text, text, time};
use crate::read::{Out, Place, Verdict};

pub(super) const SHAPE: Shape = Shape {
    id: "rest-issue",
    recognised_by: "`number`, `title` and `state` with `repository_url`, `labels`, `comments` or `pull_request`",
    tells: "issues; what has a `pull_request` is a pull request, with its merging where `merged_at` is told",
    cannot_tell: "the conversation; in older bodies, whether a closed pull request was merged",
    fields: FIELDS,
    fits,
    read,
};

/// What is checked in the part that tells of merging.
const MERGE: Fields = Fields { numbers: &[], times: &["merged_at"], texts: &[] };

/// What is checked in a body.
pub(super) const FIELDS: Fields = Fields {
    numbers: &["number", "comments"],
    times: &["created_at", "closed_at"],
    texts: &["title", "body", "state"],
};

fn fits(body: &Object, _place: Place) -> bool {
    has(body, &["number", "title", "state"])
        && has_any(body, &["repository_url", "labels", "comments", "pull_request", "labels_url"])
        && !has_any(body, &["head", "open_issues"])
}

fn read(body: &Object, _place: Place, out: &mut Out<'_>) -> Result<(), Verdict> {
    let repo = repo_for(body, &["repository_url", "url", "html_url"], out);
    let repo = repo.ok_or_else(|| lacking("the repository"))?;
    if let Some(merge) = merge_part(body) {
        out.unread(merge, &MERGE);
    }
    let record = match merge_part(body) {
        Some(merge) => pull(body, merge, repo).map(Box::new).map(Record::PullRequest),
        None => issue(body, repo).map(Box::new).map(Record::Issue),
    };
    out.push(record.ok_or_else(|| lacking("the number"))?);
    Ok(())
}

/// The `pull_request` of a body that is one. Until 2013 issues had one too, with nulls in it.
fn merge_part(body: &Object) -> Option<&Object> {
    object(body, "pull_request")
        .filter(|part| text(part, "html_url").is_some() || text(part, "url").is_some())
}

/// The issue in a body.
pub(super) fn issue(body: &Object, repo: assay_domain::import::RepoRef) -> Option<Issue> {
    let host = repo.host.clone();
    Some(Issue {
        repo,
        number: number(body, "number")?,
        title: owned(body, "title"),
        body: seen_text(body, "body"),
        author: account::account_at(body, "user", &host),
        open: text(body, "state") == Some("open"),
        comments: number(body, "comments"),
        created_at: time(body, "created_at"),
        closed_at: time(body, "closed_at"),
    })
}
