//! Stars with their time (`Accept: application/vnd.github.star+json`).

use assay_domain::import::{Record, Relation};

use super::repository::{FIELDS, repository};
use super::{NO_FIELDS, Shape, lacking};
use crate::account;
use crate::json::{Object, has, has_any, object};
use crate::read::{Out, Place, Verdict};
use crate::url::GITHUB;

pub(super) const SHAPE: Shape = Shape {
    id: "rest-starred",
    recognised_by: "`starred_at` with `repo` or `user`",
    tells: "starred repositories; or the accounts that starred one",
    cannot_tell: "who starred, or what: the other half stands in the address only",
    fields: NO_FIELDS,
    fits,
    read,
};

fn fits(body: &Object, _place: Place) -> bool {
    has(body, &["starred_at"]) && has_any(body, &["repo", "user"])
}

fn read(body: &Object, _place: Place, out: &mut Out<'_>) -> Result<(), Verdict> {
    if let Some(repo) = object(body, "repo") {
        out.unread(repo, &FIELDS);
    }
    if let Some(repo) = object(body, "repo").and_then(repository) {
        out.push(Record::Starred(Box::new(repo)));
        return Ok(());
    }
    let account = account::account_at(body, "user", GITHUB).ok_or_else(|| lacking("repository or user"))?;
    out.push(Record::Account { account, relation: Relation::Listed, repo: None, count: None });
    Ok(())
}
