//! A profile: the body of `GET /users/LOGIN`, `/user` or `/orgs/LOGIN`, from the 19 keys of 2012 to today.

use assay_domain::import::{Profile, Record, Seen};

use super::{Shape, lacking};
use crate::account;
use crate::json::{
    Fields, Object, either, has, has_any, number, seen, seen_bool, seen_number, seen_text, seen_time, text,
};
use crate::read::{Out, Place, Verdict};
use crate::url::GITHUB;

pub(super) const SHAPE: Shape = Shape {
    id: "rest-user",
    recognised_by: "`login` with `public_repos` or `public_gists`; or `login` and `id` in a body of its own",
    tells: "the profile of a user, organisation or bot, and whether it is suspended",
    cannot_tell: "anything of the work; in bodies of 2012, when the profile last changed",
    fields: Fields {
        numbers: &["id", "public_repos", "followers", "following"],
        times: &["created_at", "updated_at"],
        texts: &["name", "bio", "company", "location", "email", "blog"],
    },
    fits,
    read,
};

fn fits(body: &Object, place: Place) -> bool {
    let whole = has_any(body, &["public_repos", "public_gists"]);
    let short = place == Place::Lone && (number(body, "id").is_some() || has(body, &["avatar_url"]));
    text(body, "login").is_some() && !has(body, &["contributions"]) && (whole || short)
}

fn read(body: &Object, _place: Place, out: &mut Out<'_>) -> Result<(), Verdict> {
    let account = account::account(body, GITHUB).ok_or_else(|| lacking("the login"))?;
    out.push(Record::Subject(Box::new(Profile {
        kind: account.kind,
        account,
        name: seen_text(body, "name"),
        bio: bio(body),
        company: seen_text(body, "company"),
        location: seen_text(body, "location"),
        email: seen_text(body, "email"),
        blog: seen_text(body, "blog"),
        hireable: seen_bool(body, "hireable"),
        public_repos: seen_number(body, "public_repos"),
        followers: seen_number(body, "followers"),
        following: seen_number(body, "following"),
        created_at: seen_time(body, "created_at"),
        updated_at: seen_time(body, "updated_at"),
        suspended: suspended(body),
    })));
    Ok(())
}

/// Organisations call it a description.
fn bio(body: &Object) -> Seen<String> {
    either(seen_text(body, "bio"), seen_text(body, "description"))
}

/// Null says that the account is not suspended; servers that do not speak of it leave the key out.
fn suspended(body: &Object) -> Seen<bool> {
    match seen(body, "suspended_at", |value| Some(value.is_string())) {
        Seen::Empty => Seen::Value(false),
        told => told,
    }
}
