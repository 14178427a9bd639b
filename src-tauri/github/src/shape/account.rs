//! Accounts in lists: followers, members, organisations.

use assay_domain::import::{AccountKind, Record, Relation};

use super::{Shape, lacking};
use crate::account;
use crate::json::{Fields, Object, has_any, text};
use crate::read::{Out, Place, Verdict};
use crate::url::GITHUB;

pub(super) const SHAPE: Shape = Shape {
    id: "rest-account",
    recognised_by: "`login` with `id`, `url` or `type`, in a list",
    tells: "that there are these accounts; of organisations, that they are ones",
    cannot_tell: "how they are related, unless the path says so (followers, following, orgs)",
    fields: Fields { numbers: &["id"], times: &[], texts: &[] },
    fits,
    read,
};

fn fits(body: &Object, _place: Place) -> bool {
    text(body, "login").is_some() && has_any(body, &["id", "url", "type"])
}

fn read(body: &Object, _place: Place, out: &mut Out<'_>) -> Result<(), Verdict> {
    let account = account::account(body, GITHUB).ok_or_else(|| lacking("the login"))?;
    let relation = match out.hints.relation() {
        Relation::Listed if account.kind == AccountKind::Organization => Relation::Organization,
        told => told,
    };
    out.push(Record::Account { account, relation, repo: None, count: None });
    Ok(())
}
