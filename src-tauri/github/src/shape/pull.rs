//! Pull requests.

use assay_domain::import::{PullRequest, PullState, Record, RepoRef, Seen};

use super::{Shape, full_name, lacking, repo_for};
use crate::account;
use crate::json::{Fields, Object, has, number, object, owned, seen_text, text, time};
use crate::read::{Out, Place, Verdict};
use crate::url::GITHUB;

pub(super) const SHAPE: Shape = Shape {
    id: "rest-pull-request",
    recognised_by: "`number` and `state` with `head` and `base`",
    tells: "title, text, author (not who merged it), state with merged as its own, times, the repository",
    cannot_tell: "the conversation; where a body has no `merged_at` and no `merged`, whether a closed one was merged",
    fields: FIELDS,
    fits,
    read,
};

/// What is checked in a body.
pub(super) const FIELDS: Fields = Fields {
    numbers: &["number"],
    times: &["created_at", "merged_at", "closed_at"],
    texts: &["title", "body", "state"],
};

fn fits(body: &Object, _place: Place) -> bool {
    has(body, &["number", "state", "head", "base"])
}

fn read(body: &Object, _place: Place, out: &mut Out<'_>) -> Result<(), Verdict> {
    let repo = base(body).or_else(|| repo_for(body, &["url", "html_url"], out));
    let repo = repo.ok_or_else(|| lacking("the repository"))?;
    let pull = pull(body, body, repo).ok_or_else(|| lacking("the number"))?;
    out.push(Record::PullRequest(Box::new(pull)));
    Ok(())
}

/// The repository it was made to.
fn base(body: &Object) -> Option<RepoRef> {
    let repo = object(object(body, "base")?, "repo")?;
    let host = account::host_of(repo).unwrap_or_else(|| GITHUB.to_owned());
    full_name(text(repo, "full_name")?, &host)
}

/// The pull request in a body; `merge` is the part of it that tells of merging.
pub(super) fn pull(body: &Object, merge: &Object, repo: RepoRef) -> Option<PullRequest> {
    let host = repo.host.clone();
    Some(PullRequest {
        number: number(body, "number")?,
        title: owned(body, "title"),
        body: seen_text(body, "body"),
        author: account::account_at(body, "user", &host),
        state: state(body, merge),
        created_at: time(body, "created_at"),
        merged_at: time(merge, "merged_at"),
        closed_at: time(body, "closed_at"),
        repo,
    })
}

fn state(body: &Object, merge: &Object) -> PullState {
    let merged = seen_text(merge, "merged_at");
    let told = merge.get("merged").and_then(serde_json::Value::as_bool);
    match (text(body, "state"), merged, told) {
        (_, Seen::Value(_), _) | (_, _, Some(true)) => PullState::Merged,
        (Some("open"), _, _) => PullState::Open,
        (_, Seen::Empty, _) | (_, _, Some(false)) => PullState::Closed,
        (_, Seen::Absent, None) => PullState::ClosedUnknown,
    }
}
