//! Accounts as bodies name them.

use assay_domain::import::{AccountKind, AccountRef};

use crate::json::{Object, number, object, text};
use crate::url;

/// The account in a user object; `None` where it is empty (an address without an account gives `{}` or null).
pub(crate) fn account(user: &Object, host: &str) -> Option<AccountRef> {
    let login = text(user, "login").filter(|login| !login.is_empty())?;
    Some(AccountRef {
        host: host_of(user).unwrap_or_else(|| host.to_owned()),
        id: number(user, "id"),
        login: login.to_owned(),
        kind: match kind(text(user, "type"), login) {
            AccountKind::Unknown if is_organization(user) => AccountKind::Organization,
            told => told,
        },
    })
}

/// Short bodies of organisations have no type; their address tells.
fn is_organization(body: &Object) -> bool {
    text(body, "url").and_then(url::parse).is_some_and(|address| address.segments.first() == Some(&"orgs"))
}

/// The account under a key of a body.
pub(crate) fn account_at(parent: &Object, key: &str, host: &str) -> Option<AccountRef> {
    account(object(parent, key)?, host)
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
