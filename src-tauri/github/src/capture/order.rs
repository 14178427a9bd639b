//! What is to be captured.

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

use super::address::Api;
use super::error::CaptureError;
use crate::account::is_login;

/// How much is taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Depth {
    /// About 50 requests: fits into the hour of who has no token.
    Light,
    /// About 110 requests.
    #[default]
    Usual,
    /// About 450 requests.
    Full,
}

impl Depth {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Light, Self::Usual, Self::Full];

    /// Its word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Usual => "usual",
            Self::Full => "full",
        }
    }

    /// How many repositories are looked into: the chosen and the pinned ones, then those last pushed to.
    pub fn repositories(self) -> usize {
        [7, 11, 30][self as usize]
    }

    /// How many pull requests that the person reviewed are looked into.
    pub(super) fn reviewed(self) -> usize {
        [4, 10, 30][self as usize]
    }

    /// How many of the person's pull requests to others are looked into.
    pub(super) fn elsewhere(self) -> usize {
        [0, 0, 20][self as usize]
    }
}

impl FromStr for Depth {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        Self::ALL
            .into_iter()
            .find(|depth| depth.word() == text)
            .ok_or_else(|| format!("\"{text}\" is no depth: light, usual or full"))
    }
}

impl fmt::Display for Depth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// A repository by its full name, both halves in the form that GitHub gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RepoName {
    /// Login of the owner.
    pub owner: String,
    /// Name.
    pub name: String,
}

impl RepoName {
    /// Whether both mean the same repository: case makes no difference to GitHub.
    pub(super) fn same(&self, other: &Self) -> bool {
        self.owner.eq_ignore_ascii_case(&other.owner) && self.name.eq_ignore_ascii_case(&other.name)
    }
}

impl FromStr for RepoName {
    type Err = CaptureError;

    fn from_str(text: &str) -> Result<Self, CaptureError> {
        let wrong = || {
            let text: String = text.chars().filter(|c| !c.is_control()).take(150).collect();
            CaptureError::Name(format!("\"{text}\" is no repository: write OWNER/NAME"))
        };
        let (owner, name) = text.split_once('/').ok_or_else(wrong)?;
        let sound = |c: u8| c.is_ascii_alphanumeric() || matches!(c, b'-' | b'_' | b'.');
        let is_name =
            (1..=100).contains(&name.len()) && name.bytes().all(sound) && !matches!(name, "." | "..");
        if !is_name || !is_login(owner) || owner.contains(['[', '/']) {
            return Err(wrong());
        }
        Ok(Self { owner: owner.to_owned(), name: name.to_owned() })
    }
}

impl fmt::Display for RepoName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.owner, self.name)
    }
}

/// One capture.
#[derive(Clone, Debug)]
pub struct Order {
    /// Whose account.
    pub login: String,
    /// How much.
    pub depth: Depth,
    /// Repositories to look into before any other.
    pub repositories: Vec<RepoName>,
    /// Where.
    pub api: Api,
    /// The archive to be written; what has come so far lies beside it until then.
    pub out: PathBuf,
    /// An earlier capture of the account: what has not changed since is taken from it.
    pub previous: Option<PathBuf>,
}

impl Order {
    /// Checks what can be checked without the network.
    pub(super) fn check(&self) -> Result<(), CaptureError> {
        if is_login(&self.login) && !self.login.contains(['[', '/']) {
            return Ok(());
        }
        let login: String = self.login.chars().filter(|c| !c.is_control()).take(60).collect();
        Err(CaptureError::Name(format!(
            "\"{login}\" is no login: it has 1 to 39 letters, digits and hyphens"
        )))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_checked() {
        assert_eq!("ada-fixture/kettle.rs".parse::<RepoName>().unwrap().to_string(), "ada-fixture/kettle.rs");
        for wrong in ["kettle", "a/b/c", "../x", "a/..", "a b/c", "a/", "/b", "a/b?x"] {
            assert!(wrong.parse::<RepoName>().is_err(), "{wrong}");
        }
        assert_eq!("full".parse::<Depth>().unwrap(), Depth::Full);
        assert!("deep".parse::<Depth>().is_err());
    }
}
