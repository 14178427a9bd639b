//! The shapes that bodies come in. A shape is one file, its `mod` and its line in [`BODIES`].

mod account;
mod api_error;
mod capture_list;
mod comment;
mod commit;
mod contents;
mod contributor;
mod event;
mod event_payload;
mod export;
mod gh_issue_list;
mod gh_pr_list;
mod gh_repo_list;
mod gist;
mod graphql;
mod issue;
mod known_languages;
mod languages;
mod minor;
mod other_host;
mod published;
mod pull;
mod readme;
mod release;
mod repository;
mod review;
mod review_comment;
mod search;
mod starred;
mod tree;
mod user;

pub use self::published::{ShapeInfo, shapes, shapes_page};
pub(crate) use self::readme::is_readme;

use assay_domain::import::RepoRef;
use serde_json::Value;

use crate::json::{Fields, Object, object, text};
use crate::read::{Out, Place, Verdict};
use crate::url;

/// Id of a saved error answer.
pub(crate) const ERROR: &str = "api-error";
/// Id of a saved web page.
pub(crate) const PAGE: &str = "web-page";
/// Id of an empty list whose path tells of what.
pub(crate) const NOTHING: &str = "empty-list";

/// Id of an archive of everybody's events.
pub(crate) const GH_ARCHIVE: &str = "gh-archive";

/// One shape of JSON body.
pub(crate) struct Shape {
    /// Its published id.
    id: &'static str,
    /// How it is recognised, in words.
    recognised_by: &'static str,
    /// What it tells.
    tells: &'static str,
    /// What it cannot tell.
    cannot_tell: &'static str,
    /// Keys that are checked, and named in the report where they hold something else.
    fields: Fields,
    /// Whether a body is one.
    fits: fn(&Object, Place) -> bool,
    /// Gives the records of a body that is one.
    read: fn(&Object, Place, &mut Out<'_>) -> Result<(), Verdict>,
}

/// Of a shape that checks nothing, or by itself.
const NO_FIELDS: Fields = Fields { numbers: &[], times: &[], texts: &[] };

/// All shapes of bodies; the first that fits is taken, so that what is not GitHub's is told apart before anything else.
const BODIES: &[&Shape] = &[
    &capture_list::SHAPE,
    &other_host::SHAPE,
    &api_error::SHAPE,
    &graphql::SHAPE,
    &export::SHAPE,
    &event::SHAPE,
    &search::SHAPE,
    &starred::SHAPE,
    &gh_issue_list::SHAPE,
    &gh_pr_list::SHAPE,
    &gh_repo_list::SHAPE,
    &pull::SHAPE,
    &issue::SHAPE,
    &review_comment::SHAPE,
    &review::SHAPE,
    &comment::SHAPE,
    &release::SHAPE,
    &commit::SHAPE,
    &tree::SHAPE,
    &readme::SHAPE,
    &contents::SHAPE,
    &gist::SHAPE,
    &repository::SHAPE,
    &contributor::SHAPE,
    &user::SHAPE,
    &account::SHAPE,
    &minor::SHAPE,
    &languages::SHAPE,
];

/// Reads one value.
pub(crate) fn read(value: &Value, place: Place, out: &mut Out<'_>) -> Result<(), Verdict> {
    let Some(body) = value.as_object() else {
        return Err(Verdict::skip("JSON, but not an object or a list of objects"));
    };
    let Some(shape) = BODIES.iter().find(|shape| (shape.fits)(body, place)) else {
        return Err(Verdict::skip(unknown(body)));
    };
    out.shape.get_or_insert(shape.id);
    out.unread(body, &shape.fields);
    (shape.read)(body, place, out)
}

/// What to say of an object that is no known shape.
fn unknown(body: &Object) -> String {
    if body.is_empty() {
        return "an empty object, and nothing tells what it is about".to_owned();
    }
    let keys: Vec<String> =
        body.keys().take(4).map(|key| key.chars().filter(|c| !c.is_control()).take(24).collect()).collect();
    format!("JSON in no shape that Assay knows (its keys begin with {})", keys.join(", "))
}

/// What a body without an essential part gives.
fn lacking(what: &str) -> Verdict {
    Verdict::skip(format!("incomplete: {what} is missing"))
}

/// The repository a body belongs to: by the addresses under `keys` or in its `_links`, else by the entry's path.
fn repo_for(body: &Object, keys: &[&str], out: &Out<'_>) -> Option<RepoRef> {
    let of = |key: &&str| text(body, key).and_then(url::repo_of);
    keys.iter().find_map(of).or_else(|| linked(body)).or_else(|| out.hints.repo.clone())
}

/// The repository in a body's `_links`, which are texts or objects with `href`.
fn linked(body: &Object) -> Option<RepoRef> {
    let links = object(body, "_links")?;
    let href = |key: &str| {
        text(links, key)
            .or_else(|| object(links, key).and_then(|link| text(link, "href")))
            .and_then(url::repo_of)
    };
    href("self").or_else(|| href("pull_request")).or_else(|| href("html"))
}

/// The number of the issue or pull request a body belongs to, by its addresses.
fn thread_number(body: &Object, keys: &[&str]) -> Option<u64> {
    keys.iter().find_map(|key| url::parse(text(body, key)?)?.thread_number())
}

/// Splits `owner/name`.
fn full_name(text: &str, host: &str) -> Option<RepoRef> {
    let (owner, name) = text.split_once('/')?;
    let sound = !owner.is_empty() && !name.is_empty() && !name.contains('/');
    sound.then(|| RepoRef { host: host.to_owned(), owner: owner.to_owned(), name: name.to_owned() })
}
