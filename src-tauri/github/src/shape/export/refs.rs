//! What an export refers to by address.

use assay_domain::import::{AccountKind, AccountRef, RepoRef};

use crate::account::login_only;
use crate::json::{Object, text};
use crate::url;

/// The account whose page an address is: `/LOGIN`, `/orgs/LOGIN`, or `/apps/NAME` of a bot.
pub(super) fn account(address: &str) -> Option<AccountRef> {
    let address = url::parse(address)?;
    match address.segments.as_slice() {
        ["apps", name] => {
            let login = if name.ends_with("[bot]") { (*name).to_owned() } else { format!("{name}[bot]") };
            Some(login_only(&login, &address.host))
        }
        ["orgs", login] => {
            Some(AccountRef { kind: AccountKind::Organization, ..login_only(login, &address.host) })
        }
        [login] | ["users", login] => Some(login_only(login, &address.host)),
        _ => None,
    }
}

/// The account under a key; nobody where it is null (the account is gone).
pub(super) fn account_at(body: &Object, key: &str) -> Option<AccountRef> {
    account(text(body, key)?)
}

/// The repository under the first of the keys whose address lies in one.
pub(super) fn repo_at(body: &Object, keys: &[&str]) -> Option<RepoRef> {
    keys.iter().find_map(|key| url::repo_of(text(body, key)?))
}

/// The number of the issue or pull request under the first of the keys that tells one.
pub(super) fn thread_at(body: &Object, keys: &[&str]) -> Option<u64> {
    keys.iter().find_map(|key| url::parse(text(body, key)?)?.thread_number())
}

/// The number at the end of an address: `...#issuecomment-12` gives 12.
pub(super) fn number_at_end(body: &Object) -> Option<u64> {
    let (_, mark) = text(body, "url")?.rsplit_once('#')?;
    mark.get(mark.rfind(|c: char| !c.is_ascii_digit()).map_or(0, |at| at + 1)..)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_name_accounts() {
        let login = |address: &str| account(address).map(|account| (account.login, account.kind));
        let is = |login: &str, kind| Some((login.to_owned(), kind));
        assert_eq!(login("https://github.com/ada-fixture"), is("ada-fixture", AccountKind::Unknown));
        assert_eq!(login("https://github.com/apps/boiler"), is("boiler[bot]", AccountKind::Bot));
        assert_eq!(
            login("https://github.com/orgs/example-labs"),
            is("example-labs", AccountKind::Organization)
        );
        assert_eq!(login("https://github.com/ada-fixture/kettle"), None);
        assert_eq!(login("ada-fixture"), None);
        assert_eq!(account("https://git.example.test/ada-fixture").unwrap().host, "git.example.test");
    }
}
