//! The list that Assay's own capture puts into its archives.

use super::{NO_FIELDS, Shape};
use crate::json::{Object, has, list, number, time};
use crate::read::{Out, Place, Verdict};

pub(super) const SHAPE: Shape = Shape {
    id: "assay-capture",
    recognised_by: "`assay_capture` with `answers`",
    tells: "what a capture asked for, when, and what could not be had; the instant becomes the snapshot's",
    cannot_tell: "what came: the bodies beside it do",
    fields: NO_FIELDS,
    fits,
    read,
};

fn fits(body: &Object, _place: Place) -> bool {
    number(body, "assay_capture").is_some() && has(body, &["answers"])
}

fn read(body: &Object, _place: Place, out: &mut Out<'_>) -> Result<(), Verdict> {
    if let Some(at) = time(body, "taken_at") {
        out.taken(at);
    }
    let answers = list(body, "answers").iter().filter_map(|one| one.as_object());
    let (mut all, mut left_out) = (0, 0);
    for answer in answers {
        all += 1;
        left_out += u32::from(answer.get("left_out").is_some_and(|why| !why.is_null()));
    }
    Err(Verdict::skip(format!("the list of a capture: {all} answers, {left_out} of them could not be had")))
}
