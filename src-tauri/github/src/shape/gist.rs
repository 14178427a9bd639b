//! Gists.

use assay_domain::import::Record;

use super::{Shape, lacking};
use crate::account;
use crate::json::{Fields, Object, has, has_any, object, seen_text, text, time};
use crate::read::{Out, Place, Verdict};
use crate::url::GITHUB;

pub(super) const SHAPE: Shape = Shape {
    id: "rest-gist",
    recognised_by: "`id` and `files` with `git_pull_url`, `forks_url` or `public`",
    tells: "description, file names, owner, time",
    cannot_tell: "the files' text, which is not kept",
    fields: Fields { numbers: &[], times: &["created_at"], texts: &["id", "description"] },
    fits,
    read,
};

fn fits(body: &Object, _place: Place) -> bool {
    has(body, &["id"])
        && object(body, "files").is_some()
        && has_any(body, &["git_pull_url", "forks_url", "public"])
}

fn read(body: &Object, _place: Place, out: &mut Out<'_>) -> Result<(), Verdict> {
    let host = account::host_of(body).unwrap_or_else(|| GITHUB.to_owned());
    let owner = account::account_at(body, "owner", &host);
    out.push(Record::Gist {
        id: text(body, "id").ok_or_else(|| lacking("the id"))?.to_owned(),
        // In 2012 the owner stood under `user`.
        owner: owner.or_else(|| account::account_at(body, "user", &host)),
        description: seen_text(body, "description"),
        files: object(body, "files").into_iter().flat_map(|files| files.keys().cloned()).collect(),
        created_at: time(body, "created_at"),
    });
    Ok(())
}
