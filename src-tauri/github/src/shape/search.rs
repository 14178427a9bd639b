//! Search results.

use assay_domain::import::Record;

use super::{NO_FIELDS, Shape, read as read_body};
use crate::hints::OTHERS;
use crate::json::{Object, has, list, number};
use crate::read::{Out, Place, Verdict};

pub(super) const SHAPE: Shape = Shape {
    id: "rest-search",
    recognised_by: "`total_count` with `items`",
    tells: "its items, each in its own shape; found nothing, and stands below `pulls-elsewhere` as in a capture: that there are no public pull requests to others",
    cannot_tell: "what was searched for; items on other pages",
    fields: NO_FIELDS,
    fits,
    read,
};

fn fits(body: &Object, _place: Place) -> bool {
    number(body, "total_count").is_some() && body.get("items").is_some_and(serde_json::Value::is_array)
}

fn read(body: &Object, place: Place, out: &mut Out<'_>) -> Result<(), Verdict> {
    let items = list(body, "items");
    if items.is_empty() {
        let found = number(body, "total_count").unwrap_or_default();
        let whole = body.get("incomplete_results").and_then(serde_json::Value::as_bool) == Some(false);
        if let (0, true, Some(of @ OTHERS)) = (found, whole, out.hints.of) {
            out.push(Record::Nothing { of: of.to_owned(), repo: None });
            return Ok(());
        }
        return Err(Verdict::skip(format!("a page of search results without items ({found} found in all)")));
    }
    for item in items {
        // Results stand in a list, and never hold results themselves.
        let nested = item.as_object().is_some_and(|item| has(item, &["total_count"]) && fits(item, place));
        if nested {
            out.note(Verdict::skip("search results inside search results"));
        } else if let Err(verdict) = read_body(item, Place::Listed, out) {
            out.note(verdict);
        }
    }
    Ok(())
}
