//! `gh pr list --json KEYS` and `gh search prs --json KEYS`; the same key names stand in GraphQL.

use assay_domain::import::{PullRequest, PullState, RepoRef, Seen};

use super::Shape;
use super::graphql::thread;
use crate::account::{kind, login_only};
use crate::json::{Fields, Object, either, has, has_any, number, object, owned, seen_text, text, time};
use crate::read::{Out, Place, Verdict};
use crate::url;

pub(super) const SHAPE: Shape = Shape {
    id: "gh-pr-list",
    recognised_by: "`number` and `title` with `isDraft`, `headRefName`, `mergedAt`, `createdAt` or `authorAssociation`",
    tells: "pull requests, with the keys that were asked for; their comments, reviews and commits, where asked for",
    cannot_tell: "the numeric id of the author; without `url` and outside of `repos/OWNER/NAME`, the repository",
    fields: FIELDS,
    fits,
    read,
};

/// What is checked in a body.
pub(super) const FIELDS: Fields = Fields {
    numbers: &["number"],
    times: &["createdAt", "mergedAt", "closedAt"],
    texts: &["title", "body", "bodyText", "state"],
};

fn fits(body: &Object, _place: Place) -> bool {
    has(body, &["number", "title"]) && (has_any(body, KEYS) || page(body) == Some("pull"))
}

/// Keys that only pull requests have here, and such that REST bodies do not have.
const KEYS: &[&str] =
    &["isDraft", "headRefName", "mergedAt", "createdAt", "authorAssociation", "closedAt", "isPullRequest"];

/// What a body's web page shows: `pull` or `issues`.
pub(super) fn page(body: &Object) -> Option<&str> {
    let address = url::parse(text(body, "url")?)?;
    if address.api { None } else { address.segments.get(2).copied() }
}

fn read(body: &Object, _place: Place, out: &mut Out<'_>) -> Result<(), Verdict> {
    let around = out.hints.repo.clone();
    thread::pull(body, around.as_ref(), out);
    Ok(())
}

/// The pull request in a body with GraphQL's key names.
pub(super) fn pull(body: &Object, repo: RepoRef) -> Option<PullRequest> {
    Some(PullRequest {
        number: number(body, "number")?,
        title: owned(body, "title"),
        body: either(seen_text(body, "body"), seen_text(body, "bodyText")),
        author: author(body, &repo.host),
        state: state(body),
        created_at: time(body, "createdAt"),
        merged_at: time(body, "mergedAt"),
        closed_at: time(body, "closedAt"),
        repo,
    })
}

/// The author: a login and what it is; the number only where GraphQL was asked for it.
pub(super) fn author(body: &Object, host: &str) -> Option<assay_domain::import::AccountRef> {
    let author = object(body, "author")?;
    let login = text(author, "login").filter(|login| !login.is_empty())?;
    let bot = author.get("is_bot").and_then(serde_json::Value::as_bool) == Some(true);
    let named = if bot { Some("Bot") } else { text(author, "__typename") };
    let mut account = login_only(login, host);
    account.id = crate::account::id(author, "databaseId");
    account.kind = kind(named, login);
    Some(account)
}

fn state(body: &Object) -> PullState {
    let state = text(body, "state").unwrap_or_default().to_ascii_uppercase();
    match (state.as_str(), seen_text(body, "mergedAt")) {
        ("MERGED", _) | (_, Seen::Value(_)) => PullState::Merged,
        ("OPEN", _) => PullState::Open,
        ("CLOSED", _) => PullState::Closed,
        _ => PullState::ClosedUnknown,
    }
}
