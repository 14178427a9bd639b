//! Users, organisations and bots of an export. Whose export it is, is its subject; all others are accounts.

use assay_domain::import::{AccountKind, AccountRef, Profile, Record, Relation, Seen};
use serde_json::Value;

use super::refs;
use crate::account::{kind, login_only};
use crate::json::{Object, list, seen_text, seen_time, text};
use crate::read::{Out, Verdict};
use crate::shape::lacking;
use crate::url::{self, GITHUB};

/// Addresses that GitHub makes up for those who keep theirs private.
const NO_REPLY: &str = "@users.noreply.";

pub(super) fn user(body: &Object, out: &Out<'_>) -> Result<Record, Verdict> {
    let account = whose(body, "User")?;
    if is_owner(body, out) {
        return Ok(Record::Subject(Box::new(Profile { email: email(body), ..profile(body, account) })));
    }
    Ok(Record::Account { account, relation: Relation::Listed, repo: None, count: None })
}

/// An organisation. Its members are told by their addresses: where the owner of the export is one, it is theirs.
pub(super) fn organization(body: &Object, out: &Out<'_>) -> Result<Record, Verdict> {
    let account = whose(body, "Organization")?;
    if is_owner(body, out) {
        return Ok(Record::Subject(Box::new(profile(body, account))));
    }
    let owner = out.owner.map(|owner| owner.url.as_str());
    let mut members = list(body, "members").iter().filter_map(Value::as_object);
    let theirs = owner.is_some() && members.any(|member| text(member, "user") == owner);
    let relation = if theirs { Relation::Organization } else { Relation::Listed };
    Ok(Record::Account { account, relation, repo: None, count: None })
}

/// A bot, or a placeholder for somebody without an account.
pub(super) fn other(body: &Object) -> Result<Record, Verdict> {
    let account = whose(body, if text(body, "type") == Some("bot") { "Bot" } else { "Mannequin" })?;
    Ok(Record::Account { account, relation: Relation::Listed, repo: None, count: None })
}

/// Introduces the owner of whom the export holds no record: then the login is all there is.
pub(super) fn unrecorded_owner(repository: &Object, out: &mut Out<'_>) {
    let Some(owner) = out.owner.filter(|owner| !owner.recorded) else { return };
    if owner.introduced.get() || text(repository, "owner") != Some(owner.url.as_str()) {
        return;
    }
    owner.introduced.set(true);
    if let Some(account) = refs::account(&owner.url) {
        out.push(Record::Subject(Box::new(profile(&Object::new(), account))));
        out.remark("the export holds no record of its owner, so of the profile only the login is known");
    }
}

fn is_owner(body: &Object, out: &Out<'_>) -> bool {
    out.owner.is_some_and(|owner| text(body, "url") == Some(owner.url.as_str()))
}

fn whose(body: &Object, named: &str) -> Result<AccountRef, Verdict> {
    let address = text(body, "url");
    let told = text(body, "login").filter(|login| !login.is_empty()).map(|login| {
        let host = address.and_then(url::parse).map_or_else(|| GITHUB.to_owned(), |address| address.host);
        login_only(login, &host)
    });
    let account = told.or_else(|| refs::account(address?)).ok_or_else(|| lacking("the login"))?;
    Ok(AccountRef { kind: kind(Some(named), &account.login), ..account })
}

/// The address that the owner gave first. It is the candidate's own.
fn email(body: &Object) -> Seen<String> {
    let of = |entry: &Value| match entry {
        Value::String(address) => Some((address.clone(), false)),
        Value::Object(entry) => {
            let first = entry.get("primary").and_then(Value::as_bool) == Some(true);
            Some((text(entry, "address")?.to_owned(), first))
        }
        _ => None,
    };
    let mut all: Vec<(String, bool)> = list(body, "emails").iter().filter_map(of).collect();
    all.retain(|(address, _)| !address.contains(NO_REPLY));
    all.sort_by_key(|(_, first)| !first);
    all.into_iter().next().map_or(Seen::Absent, |(address, _)| Seen::Value(address))
}

fn profile(body: &Object, account: AccountRef) -> Profile {
    let bio = if account.kind == AccountKind::Organization { "description" } else { "bio" };
    Profile {
        kind: account.kind,
        account,
        name: seen_text(body, "name"),
        bio: seen_text(body, bio),
        company: seen_text(body, "company"),
        location: seen_text(body, "location"),
        email: seen_text(body, "email"),
        blog: seen_text(body, "website"),
        hireable: Seen::Absent,
        public_repos: Seen::Absent,
        followers: Seen::Absent,
        following: Seen::Absent,
        created_at: seen_time(body, "created_at"),
        updated_at: seen_time(body, "updated_at"),
        suspended: suspended(body),
    }
}

/// Told only where the server suspends accounts.
fn suspended(body: &Object) -> Seen<bool> {
    match body.get("suspended_at") {
        Some(Value::Null) => Seen::Value(false),
        Some(Value::String(_)) => Seen::Value(true),
        _ => Seen::Absent,
    }
}
