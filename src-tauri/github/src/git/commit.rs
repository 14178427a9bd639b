//! One commit: the bytes of the object as a record.

use assay_domain::import::{AccountRef, Commit, GitIdentity, RepoRef};
use chrono::{DateTime, Utc};
use encoding_rs::{Encoding, UTF_8};
use gix_hash::{Kind, ObjectId};
use gix_object::CommitRef;

use crate::account::{is_login, login_only};
use crate::url::GITHUB;

/// A commit taken apart.
pub(super) struct Parsed {
    pub tree: ObjectId,
    pub parents: Vec<ObjectId>,
    /// Seconds since 1970 at which it was committed; history is read by them.
    pub committed: i64,
    author: Person,
    committer: Person,
    message: String,
}

/// Bytes of a name or an address that are looked at: an address has 254 at most (RFC 5321, 4.5.3.1.3).
const NAME: usize = 512;

/// Who, and when.
#[derive(Default)]
struct Person {
    identity: Option<GitIdentity>,
    seconds: Option<i64>,
}

impl Parsed {
    /// Takes a commit apart; `None` where it is damaged.
    pub(super) fn from_bytes(bytes: &[u8], kind: Kind) -> Option<Self> {
        let commit = CommitRef::from_bytes(bytes, kind).ok()?;
        let encoding = commit.encoding.and_then(|name| Encoding::for_label(name)).unwrap_or(UTF_8);
        let text = |bytes: &[u8]| encoding.decode_without_bom_handling(bytes).0.into_owned();
        let short = |bytes: &[u8]| text(bytes.get(..NAME).unwrap_or(bytes));
        let person = |name: &[u8], email: &[u8], time: &str| Person {
            identity: GitIdentity::new(&short(name), &short(email)),
            seconds: time.split_ascii_whitespace().next().and_then(|word| word.parse().ok()),
        };
        let committer =
            commit.committer().map(|who| person(who.name, who.email, who.time)).unwrap_or_default();
        Some(Self {
            tree: commit.tree(),
            parents: commit.parents().collect(),
            committed: committer.seconds.unwrap_or_default(),
            author: commit.author().map(|who| person(who.name, who.email, who.time)).unwrap_or_default(),
            committer,
            message: text(commit.message),
        })
    }

    /// The record of it. Its message is not bounded yet.
    pub(super) fn record(self, repo: RepoRef, id: &ObjectId, files: Option<Vec<String>>) -> Commit {
        Commit {
            repo: Some(repo),
            sha: id.to_hex().to_string(),
            message: self.message,
            author: self.author.identity.as_ref().and_then(|identity| noreply(&identity.email)),
            committer: self.committer.identity.as_ref().and_then(|identity| noreply(&identity.email)),
            authored_at: self.author.seconds.and_then(|seconds| DateTime::<Utc>::from_timestamp(seconds, 0)),
            parents: u32::try_from(self.parents.len()).ok(),
            files,
            author_identity: self.author.identity,
            committer_identity: self.committer.identity,
        }
    }
}

/// The account behind an address that GitHub gives to hide another:
/// `ID+LOGIN@users.noreply.github.com`, before 2017 without the id
/// (<https://docs.github.com/en/account-and-profile/reference/email-addresses-reference#your-noreply-email-address>).
fn noreply(email: &str) -> Option<AccountRef> {
    let (local, domain) = email.split_once('@')?;
    if !domain.eq_ignore_ascii_case("users.noreply.github.com") {
        return None;
    }
    let (id, login) = match local.split_once('+') {
        Some((id, login)) => (Some(id.parse().ok()?), login),
        None => (None, local),
    };
    is_login(login).then(|| AccountRef { id, ..login_only(login, GITHUB) })
}

#[cfg(test)]
mod tests {
    use assay_domain::import::AccountKind;

    use super::*;

    #[test]
    fn only_addresses_of_githubs_own_name_an_account() {
        let told = |email| noreply(email).map(|account| (account.id, account.login));
        assert_eq!(told("7+ada-fixture@users.noreply.github.com"), Some((Some(7), "ada-fixture".to_owned())));
        assert_eq!(told("ada-fixture@Users.noreply.GitHub.com"), Some((None, "ada-fixture".to_owned())));
        assert_eq!(noreply("7+x[bot]@users.noreply.github.com").unwrap().kind, AccountKind::Bot);
        for other in [
            "ada@fixture.example",
            "noreply@github.com",
            "x+ada@users.noreply.github.com",
            "@users.noreply.github.com",
            "7+a b@users.noreply.github.com",
            "ada@users.noreply.github.com.evil.example",
            "",
        ] {
            assert_eq!(told(other), None, "{other}");
        }
    }

    #[test]
    fn encodings_are_obeyed_and_odd_dates_are_unknown() {
        let tree = "a".repeat(40);
        let bytes = [
            format!("tree {tree}\nauthor B\u{e9} <").as_bytes(),
            b"> 99999999999999999999 +0000\ncommitter Bo Fixture <bo@x.example> 12 +0100\nencoding ISO-8859-1\n\ncaf\xe9\n",
        ]
        .concat();
        let parsed = Parsed::from_bytes(&bytes, Kind::Sha1).unwrap();
        assert_eq!((parsed.message.as_str(), parsed.committed, parsed.author.seconds), ("café\n", 12, None));
        assert!(Parsed::from_bytes(b"tree x\n", Kind::Sha1).is_none());
    }
}
