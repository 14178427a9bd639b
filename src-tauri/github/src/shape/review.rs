//! Reviews of pull requests as a whole.

use assay_domain::import::{CommentKind, Record};

use super::Shape;
use super::comment::{FIELDS, comment};
use crate::json::{Object, has, has_any};
use crate::read::{Out, Place, Verdict};

pub(super) const SHAPE: Shape = Shape {
    id: "rest-review",
    recognised_by: "`user`, `body` and `state` with `pull_request_url` or `submitted_at`",
    tells: "reviewer, verdict, text, time, the pull request",
    cannot_tell: "the comments at lines, which are bodies of their own",
    fields: FIELDS,
    fits,
    read,
};

fn fits(body: &Object, _place: Place) -> bool {
    has(body, &["user", "body", "state"])
        && has_any(body, &["pull_request_url", "submitted_at"])
        && !has_any(body, &["number", "diff_hunk"])
}

fn read(body: &Object, _place: Place, out: &mut Out<'_>) -> Result<(), Verdict> {
    out.push(Record::Comment(Box::new(comment(body, CommentKind::Review, out))));
    Ok(())
}
