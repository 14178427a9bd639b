//! Bytes of code by language.

use assay_domain::import::Record;
use serde_json::Value;

use super::Shape;
use super::known_languages::KNOWN;
use crate::json::Object;
use crate::read::{Out, Place, Verdict};

pub(super) const SHAPE: Shape = Shape {
    id: "rest-languages",
    recognised_by: "an object of whole numbers in which at least one key is the name of a language",
    tells: "bytes by language",
    cannot_tell: "the repository, unless the path tells it",
    fits,
    read,
};

fn fits(body: &Object, place: Place) -> bool {
    place != Place::Listed
        && body.values().all(Value::is_u64)
        && body.keys().any(|key| KNOWN.contains(&key.as_str()))
}

fn read(body: &Object, _place: Place, out: &mut Out<'_>) -> Result<(), Verdict> {
    let bytes = body.iter().filter_map(|(name, bytes)| Some((name.clone(), bytes.as_u64()?))).collect();
    let repo = out.hints.repo.clone();
    out.push(Record::Languages { repo, bytes });
    Ok(())
}
