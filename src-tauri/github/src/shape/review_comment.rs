//! Comments at lines of a pull request's difference.

use assay_domain::import::{CommentKind, Record};

use super::Shape;
use super::comment::{FIELDS, comment};
use crate::json::{Object, has, has_any, text};
use crate::read::{Out, Place, Verdict};

pub(super) const SHAPE: Shape = Shape {
    id: "rest-review-comment",
    recognised_by: "`user`, `body` and `path` with `diff_hunk`, `pull_request_url` or an address below `pulls`",
    tells: "author, text, file, line, the piece of the difference it stands at, the pull request",
    cannot_tell: "the rest of the file",
    fields: FIELDS,
    fits,
    read,
};

fn fits(body: &Object, _place: Place) -> bool {
    let below_pulls = text(body, "url").is_some_and(|url| url.contains("/pulls/comments/"));
    has(body, &["user", "body", "path"])
        && !has(body, &["number"])
        && (below_pulls || has_any(body, &["diff_hunk", "pull_request_url"]))
}

fn read(body: &Object, _place: Place, out: &mut Out<'_>) -> Result<(), Verdict> {
    out.push(Record::Comment(Box::new(comment(body, CommentKind::ReviewLine, out))));
    Ok(())
}
