//! Events of a feed, of all three ages.
//!
//! Before 2015 the actor is a login, with `actor_attributes`, `repository` and `url`
//! (<https://www.gharchive.org/>); from 2015 the body is that of the events interface
//! (<https://docs.github.com/rest/using-the-rest-api/github-event-types>); since October 2025 it is shorter
//! (<https://github.blog/changelog/2025-08-08-upcoming-changes-to-github-events-api-payloads/>).

use assay_domain::import::{AccountRef, Event, Profile, Record, RepoRef, Seen};
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::event_payload::{action, inside};
use super::{NO_FIELDS, Shape, full_name, lacking};
use crate::account;
use crate::json::{Fields, Object, has, has_any, object, seen_text, text, time};
use crate::read::{Happened, Out, Place, Verdict};
use crate::url::GITHUB;

pub(super) const SHAPE: Shape = Shape {
    id: "rest-event",
    recognised_by: "`type` that ends in `Event`, with `payload` and `actor`",
    tells: "who acted where and when; the commits, pull requests, issues, comments, reviews and releases inside; \
            before 2015 also the actor's profile",
    cannot_tell: "authors of pushed commits; before 2015 numeric ids, and the text of most comments and issues; since \
                  October 2025 the commits of pushes and the author of pull requests",
    fields: NO_FIELDS,
    fits,
    read,
};

const FIELDS: Fields = Fields { numbers: &[], times: &["created_at"], texts: &[] };

fn fits(body: &Object, _place: Place) -> bool {
    let named = text(body, "type").is_some_and(|kind| kind.ends_with("Event"));
    named && has(body, &["payload"]) && has_any(body, &["actor", "actor_attributes"])
}

fn read(body: &Object, place: Place, out: &mut Out<'_>) -> Result<(), Verdict> {
    let repo = repo(body);
    let host = repo.as_ref().map_or(GITHUB, |repo| repo.host.as_str()).to_owned();
    let actor = actor(body, &host);
    let payload = object(body, "payload");
    let event = Event {
        id: id(body),
        kind: text(body, "type").ok_or_else(|| lacking("the type"))?.to_owned(),
        actor: actor.clone(),
        repo: repo.clone(),
        action: payload.and_then(action),
        at: time(body, "created_at"),
    };
    let mut unread: Vec<&'static str> = FIELDS.unreadable(body).collect();
    let mut records = vec![Record::Event(Box::new(event))];
    if let Some(payload) = payload {
        inside(payload, repo.as_ref(), &mut records, &mut unread, out);
    }
    let profile = actor.as_ref().and_then(|actor| profile(body, actor)).map(Box::new);
    let repo = repo.map(|repo| repo.full_name());
    out.event(place, Happened { actor, profile, repo, records, unread });
    Ok(())
}

/// Ids were numbers for a time. Before 2015 there were none: then a digest of what tells the event from others.
fn id(body: &Object) -> String {
    match body.get("id") {
        Some(Value::String(id)) => id.clone(),
        Some(Value::Number(id)) => id.to_string(),
        _ => {
            let parts = ["type", "actor", "created_at", "url", "payload"].map(|key| body.get(key));
            let digest = parts.iter().fold(Sha256::new(), |digest, part| {
                digest.chain_update(part.map(Value::to_string).unwrap_or_default()).chain_update([0])
            });
            digest.finalize().iter().take(10).map(|byte| format!("{byte:02x}")).collect()
        }
    }
}

/// The actor: an object; a login before 2015, with what it is in `actor_attributes`.
fn actor(body: &Object, host: &str) -> Option<AccountRef> {
    match body.get("actor")? {
        Value::String(login) if !login.is_empty() => {
            let kind = object(body, "actor_attributes").and_then(|about| text(about, "type"));
            Some(AccountRef { kind: account::kind(kind, login), ..account::login_only(login, host) })
        }
        other => account::account(other.as_object()?, host),
    }
}

/// The actor's profile at the time of the event, as far as it was told before 2015.
fn profile(body: &Object, actor: &AccountRef) -> Option<Profile> {
    let about = object(body, "actor_attributes")?;
    if text(about, "login").is_some_and(|login| !login.eq_ignore_ascii_case(&actor.login)) {
        return None;
    }
    Some(Profile {
        kind: actor.kind,
        account: actor.clone(),
        name: seen_text(about, "name"),
        bio: Seen::Absent,
        company: seen_text(about, "company"),
        location: seen_text(about, "location"),
        email: seen_text(about, "email"),
        blog: seen_text(about, "blog"),
        hireable: Seen::Absent,
        public_repos: Seen::Absent,
        followers: Seen::Absent,
        following: Seen::Absent,
        created_at: Seen::Absent,
        updated_at: Seen::Absent,
        suspended: Seen::Absent,
    })
}

/// The repository: `repo` with `owner/name` as its name; `repository` with `owner` and `name` before 2015.
fn repo(body: &Object) -> Option<RepoRef> {
    if let Some(repo) = object(body, "repo") {
        let host = account::host_of(repo).unwrap_or_else(|| GITHUB.to_owned());
        return full_name(text(repo, "name")?, &host);
    }
    let repo = object(body, "repository")?;
    let host = account::host_of(repo).unwrap_or_else(|| GITHUB.to_owned());
    full_name(&format!("{}/{}", text(repo, "owner")?, text(repo, "name")?), &host)
}
