//! The words by which somebody is named: which are looked for, and which could be ordinary words.

use serde::{Deserialize, Serialize};

use super::fold::{Joint, folded, letters};

/// Shortest login that is looked for: shorter ones are too often words.
const LOGIN_MIN: usize = 3;
/// Shortest full name of several words.
const NAME_MIN: usize = 4;
/// Shortest full name of a single word.
const WORD_MIN: usize = 5;

/// What [`super::Redaction::too_short`] gives, for people.
pub const TOO_SHORT: &str = "a single name under 5 letters, a full name under 4 and a login under 3 are not looked for in \
    texts about others: they could be ordinary words";

/// What a word is to the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum WordKind {
    /// A full name, also an earlier one.
    Name,
    /// A login, also an earlier one.
    Login,
    /// An address of e-mail.
    Address,
}

impl WordKind {
    /// What makes such a word a part of another.
    pub(super) fn joint(self) -> Joint {
        if self == Self::Login { Joint::Login } else { Joint::Word }
    }
}

/// A word by which somebody is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// As it is written.
    pub text: String,
    /// What it is to them.
    pub kind: WordKind,
    /// Whether somebody else who is spared bears it too: then it stays wherever it stands.
    pub borne: bool,
    /// Whether it was asked to be left in texts.
    pub left: bool,
}

impl Word {
    /// Every word that is one, each once, in the order given; names and logins too short to be looked for, apart.
    pub(super) fn all(names: &[&str], logins: &[&str], addresses: &[&str]) -> (Vec<Self>, Vec<String>) {
        let addresses =
            addresses.iter().map(|one| one.trim()).filter(|one| one.len() > 2 && one.contains('@'));
        let logins = logins.iter().map(|login| login.trim().trim_start_matches('@'));
        let names = names.iter().map(|name| (name.trim(), WordKind::Name));
        let called = names.chain(logins.map(|login| (login, WordKind::Login)));
        let (mut words, mut short) = (Vec::<Self>::new(), Vec::<String>::new());
        for (text, kind) in called.chain(addresses.map(|one| (one, WordKind::Address))) {
            let word = Self { text: text.to_owned(), kind, borne: false, left: false };
            if text.is_empty() || words.iter().any(|other| other.same(&word)) {
                continue;
            }
            match kind == WordKind::Address || is_long(text, kind) {
                true => words.push(word),
                false if short.iter().all(|other| other != text) => short.push(text.to_owned()),
                false => {}
            }
        }
        (words, short)
    }

    /// Whether it could be an ordinary word: one of letters only, and no address. Only such a word may be left in texts.
    pub fn may_stay(&self) -> bool {
        self.kind != WordKind::Address && self.text.chars().all(char::is_alphabetic)
    }

    fn same(&self, other: &Self) -> bool {
        self.kind.joint() == other.kind.joint() && folded(&self.text) == folded(&other.text)
    }
}

/// Whether it is long enough to be no ordinary word. Marks on letters do not count.
fn is_long(text: &str, kind: WordKind) -> bool {
    let least = match kind {
        WordKind::Login => LOGIN_MIN,
        _ if text.contains(char::is_whitespace) => NAME_MIN,
        _ => WORD_MIN,
    };
    letters(text) >= least
}
