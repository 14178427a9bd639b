//! Who a record is about, and whether the source speaks of a value at all.

use serde::{Deserialize, Serialize};

/// A value in one of its states in the source: the key was missing, was there but empty (null), or held a value.
///
/// Law 1: a missing key is never taken for an empty or zero value.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "is", content = "value")]
pub enum Seen<T> {
    /// The source does not speak of it.
    #[default]
    Absent,
    /// The source says that there is none.
    Empty,
    /// The source gives it.
    Value(T),
}

impl<T> Seen<T> {
    /// The value, where there is one.
    pub fn value(&self) -> Option<&T> {
        match self {
            Seen::Value(value) => Some(value),
            Seen::Absent | Seen::Empty => None,
        }
    }
}

/// What an account is. Only a user can become a candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum AccountKind {
    /// A person.
    User,
    /// An organisation.
    Organization,
    /// A bot, or an application's account.
    Bot,
    /// A placeholder for somebody without an account (an import into GitHub).
    Mannequin,
    /// The source does not tell.
    Unknown,
}

/// Who is meant: an account as a record names it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct AccountRef {
    /// `github.com`, or the host of a GitHub Enterprise server.
    pub host: String,
    /// The numeric id where the source gives one. The login alone is not an identity: logins pass to other people.
    pub id: Option<u64>,
    /// The login as written in the source.
    pub login: String,
    /// What it is, as far as the record tells.
    pub kind: AccountKind,
}
