//! Accounts as bodies name them.

use assay_domain::import::{AccountKind, AccountRef, Record};

use crate::json::{Object, number, object, text};
use crate::url;

/// The account in a user object; `None` where it is empty (an address without an account gives `{}` or null).
pub(crate) fn account(user: &Object, host: &str) -> Option<AccountRef> {
    let login = text(user, "login").filter(|login| !login.is_empty())?;
    Some(AccountRef {
        host: host_of(user).unwrap_or_else(|| host.to_owned()),
        id: id(user, "id"),
        login: login.to_owned(),
        kind: match kind(text(user, "type"), login) {
            AccountKind::Unknown if is_organization(user) => AccountKind::Organization,
            told => told,
        },
    })
}

/// The number of an account. GitHub counts from 1, and what is no number of one is none: accounts must not be one because a
/// tool wrote 0 for all of them.
pub(crate) fn id(body: &Object, key: &str) -> Option<u64> {
    number(body, key).filter(|id| *id > 0)
}

/// Short bodies of organisations have no type; their address tells.
fn is_organization(body: &Object) -> bool {
    text(body, "url").and_then(url::parse).is_some_and(|address| address.segments.first() == Some(&"orgs"))
}

/// The account under a key of a body.
pub(crate) fn account_at(parent: &Object, key: &str, host: &str) -> Option<AccountRef> {
    account(object(parent, key)?, host)
}

/// Characters of the longest login.
const LOGIN: usize = 39;

/// Whether a text has the form of a login: 1 to 39 letters, digits and hyphens
/// (<https://docs.github.com/en/enterprise-cloud@latest/admin/managing-iam/iam-configuration-reference/username-considerations-for-external-authentication>),
/// underscores with managed users; `[bot]` at the end with applications, which `gh` writes with `app/` before.
pub(crate) fn is_login(text: &str) -> bool {
    let bare = text.strip_suffix("[bot]").or_else(|| text.strip_prefix("app/")).unwrap_or(text);
    let sound = |c: u8| c.is_ascii_alphanumeric() || matches!(c, b'-' | b'_');
    (1..=LOGIN).contains(&bare.len()) && bare.bytes().all(sound)
}

/// The accounts that a record names.
pub(crate) fn named(record: &Record) -> [Option<&AccountRef>; 2] {
    match record {
        Record::Subject(profile) => [Some(&profile.account), None],
        Record::Repository(repo) | Record::Starred(repo) => [Some(&repo.owner), None],
        Record::Commit(commit) => [commit.author.as_ref(), commit.committer.as_ref()],
        Record::PullRequest(pull) => [pull.author.as_ref(), None],
        Record::Comment(comment) => [comment.author.as_ref(), None],
        Record::Issue(issue) => [issue.author.as_ref(), None],
        Record::Release(release) => [release.author.as_ref(), None],
        Record::Gist { owner, .. } => [owner.as_ref(), None],
        Record::Event(event) => [event.actor.as_ref(), None],
        Record::Account { account, .. } => [Some(account), None],
        Record::Readme { .. }
        | Record::Languages { .. }
        | Record::Tree { .. }
        | Record::Tag { .. }
        | Record::Nothing { .. } => [None, None],
    }
}

/// An account of which a source gives the login only.
pub(crate) fn login_only(login: &str, host: &str) -> AccountRef {
    AccountRef { host: host.to_owned(), id: None, login: login.to_owned(), kind: kind(None, login) }
}

/// The host a body names: its own address in the interface, else its page.
pub(crate) fn host_of(body: &Object) -> Option<String> {
    let of = |key| text(body, key).and_then(url::parse).map(|address| address.host);
    of("url").or_else(|| of("html_url"))
}

/// What an account is, by its `type`; the logins of applications end in `[bot]`.
pub(crate) fn kind(named: Option<&str>, login: &str) -> AccountKind {
    match named {
        Some("User") if !login.ends_with("[bot]") => AccountKind::User,
        Some("Organization") => AccountKind::Organization,
        Some("Bot") => AccountKind::Bot,
        Some("Mannequin") => AccountKind::Mannequin,
        _ if login.ends_with("[bot]") => AccountKind::Bot,
        _ => AccountKind::Unknown,
    }
}
