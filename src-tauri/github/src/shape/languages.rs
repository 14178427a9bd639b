//! Bytes of code by language.

use assay_domain::import::Record;

use super::known_languages::KNOWN;
use super::{NO_FIELDS, Shape};
use crate::json::Object;
use crate::read::{Out, Place, Verdict};

pub(super) const SHAPE: Shape = Shape {
    id: "rest-languages",
    recognised_by: "an object of whole numbers in which at least one key is the name of a language",
    tells: "bytes by language",
    cannot_tell: "the repository, unless the path tells it",
    fields: NO_FIELDS,
    fits,
    read,
};

fn fits(body: &Object, place: Place) -> bool {
    place != Place::Listed
        && body.iter().any(|(key, value)| value.is_u64() && KNOWN.contains(&key.as_str()))
        // A count that cannot be read does not make it something else; an object or list inside does.
        && !body.values().any(|value| value.is_object() || value.is_array())
}

fn read(body: &Object, _place: Place, out: &mut Out<'_>) -> Result<(), Verdict> {
    let bytes = body.iter().filter_map(|(name, bytes)| Some((name.clone(), bytes.as_u64()?))).collect();
    let wrong = body.values().filter(|value| !value.is_u64()).count();
    if wrong > 0 {
        out.remark(format!("the bytes of {wrong} languages were left out, for they cannot be read"));
    }
    let repo = out.hints.repo.clone();
    out.push(Record::Languages { repo, bytes });
    Ok(())
}
