//! Releases.

use assay_domain::import::{Record, Release, RepoRef};

use super::{Shape, lacking, repo_for};
use crate::account;
use crate::json::{Fields, Object, has, has_any, seen_text, text, time};
use crate::read::{Out, Place, Verdict};
use crate::url::GITHUB;

pub(super) const SHAPE: Shape = Shape {
    id: "rest-release",
    recognised_by: "`tag_name` with `draft`, `assets` or `published_at`",
    tells: "tag, title, text, author, time",
    cannot_tell: "tags without a release",
    fields: FIELDS,
    fits,
    read,
};

/// What is checked in a body.
pub(super) const FIELDS: Fields =
    Fields { numbers: &[], times: &["published_at"], texts: &["tag_name", "name", "body"] };

fn fits(body: &Object, _place: Place) -> bool {
    has(body, &["tag_name"]) && has_any(body, &["draft", "assets", "published_at"])
}

fn read(body: &Object, _place: Place, out: &mut Out<'_>) -> Result<(), Verdict> {
    let repo = repo_for(body, &["url", "html_url"], out);
    let release = release(body, repo).ok_or_else(|| lacking("the tag"))?;
    out.push(Record::Release(Box::new(release)));
    Ok(())
}

/// The release in a body.
pub(super) fn release(body: &Object, repo: Option<RepoRef>) -> Option<Release> {
    let host = repo.as_ref().map_or(GITHUB, |repo| repo.host.as_str()).to_owned();
    Some(Release {
        repo,
        tag: text(body, "tag_name")?.to_owned(),
        name: seen_text(body, "name"),
        body: seen_text(body, "body"),
        author: account::account_at(body, "author", &host),
        published_at: time(body, "published_at"),
    })
}
