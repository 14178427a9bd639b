//! What is asked of the inputs of one import: how much is read, and whose events of an archive of everybody's.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use assay_domain::import::AccountRef;

use crate::account::is_login;
use crate::limits::Limits;

/// An account that the user chose.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Chosen {
    /// Whoever goes by this login, in lower case, in the data.
    Login(String),
    /// The account of this number, by whatever login.
    Id(u64),
}

/// What was written is neither a login nor `id:` and a number.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is no account: write its login (1 to 39 letters, digits and hyphens), or `id:` and its number"
)]
pub struct NoAccount(String);

impl FromStr for Chosen {
    type Err = NoAccount;

    /// Reads `LOGIN`, `@LOGIN` or `id:NUMBER`.
    fn from_str(text: &str) -> Result<Self, NoAccount> {
        let text = text.trim();
        if let Some(id) = text.strip_prefix("id:") {
            return id.parse().map(Self::Id).map_err(|_| NoAccount(text.to_owned()));
        }
        let login = text.strip_prefix('@').unwrap_or(text);
        if is_login(login) {
            Ok(Self::Login(login.to_ascii_lowercase()))
        } else {
            Err(NoAccount(text.to_owned()))
        }
    }
}

impl fmt::Display for Chosen {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Login(login) => to.write_str(login),
            Self::Id(id) => write!(to, "id:{id}"),
        }
    }
}

/// How the inputs of one import are read. All that are opened with one value, or with clones of it, share the bound on
/// decompressed bytes; for another import make another one.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// How much is read.
    pub limits: Limits,
    /// Whose events are read of an archive of everybody's. Without one, such an archive is refused.
    pub accounts: Vec<Chosen>,
    /// Decompressed bytes that the inputs opened so far have given.
    spent: Arc<AtomicU64>,
}

impl From<Limits> for Options {
    fn from(limits: Limits) -> Self {
        Self { limits, ..Self::default() }
    }
}

impl Options {
    /// These limits, and these accounts.
    pub fn new(limits: Limits, accounts: Vec<Chosen>) -> Self {
        Self { limits, accounts, ..Self::default() }
    }

    /// Whether the account is one of those chosen.
    pub(crate) fn chose(&self, account: &AccountRef) -> bool {
        let is = |chosen: &Chosen| match chosen {
            Chosen::Login(login) => account.login.eq_ignore_ascii_case(login),
            Chosen::Id(id) => account.id == Some(*id),
        };
        self.accounts.iter().any(is)
    }

    /// Decompressed bytes that the inputs opened so far have given.
    pub(crate) fn spent(&self) -> u64 {
        self.spent.load(Ordering::Relaxed)
    }

    /// Replaces what one input gave on an earlier pass by what it gave on this one.
    pub(crate) fn spend(&self, earlier: u64, now: u64) {
        let other = self.spent().saturating_sub(earlier);
        self.spent.store(other.saturating_add(now), Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accounts_are_read_as_people_write_them() {
        let login = |text: &str| Ok(Chosen::Login(text.to_owned()));
        assert_eq!("Ada-Fixture".parse(), login("ada-fixture"));
        assert_eq!("@ada-fixture".parse(), login("ada-fixture"));
        assert_eq!("id:7".parse(), Ok(Chosen::Id(7)));
        for wrong in ["", "id:", "id:x", "ada fixture", "a/b", "ü"] {
            assert!(wrong.parse::<Chosen>().unwrap_err().to_string().contains("no account"), "{wrong}");
        }
    }
}
