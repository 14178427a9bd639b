//! Contributors of a repository.

use assay_domain::import::{Record, Relation};

use super::Shape;
use crate::account;
use crate::json::{Fields, Object, has, has_any, number};
use crate::read::{Out, Place, Verdict};
use crate::url::GITHUB;

pub(super) const SHAPE: Shape = Shape {
    id: "rest-contributor",
    recognised_by: "`contributions` as a number",
    tells: "accounts and how many commits GitHub counts for each",
    cannot_tell: "the repository, unless the path tells it; who is behind an address without an account",
    fields: Fields { numbers: &["id", "contributions"], times: &[], texts: &[] },
    fits,
    read,
};

fn fits(body: &Object, _place: Place) -> bool {
    has(body, &["contributions"]) && has_any(body, &["login", "type", "email", "id"])
}

fn read(body: &Object, _place: Place, out: &mut Out<'_>) -> Result<(), Verdict> {
    let Some(account) = account::account(body, GITHUB) else {
        return Err(Verdict::skip("a contributor without an account, known by an address only"));
    };
    let (repo, count) = (out.hints.repo.clone(), number(body, "contributions"));
    out.push(Record::Account { account, relation: Relation::Contributor, repo, count });
    Ok(())
}
