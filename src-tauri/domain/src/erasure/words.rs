//! The words by which somebody is named: which are looked for, and which could be ordinary words.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::fold::{Joint, Standing, bare, folded, letters};

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
    /// Whether somebody else who is spared is called so too, by a word of the same kind: then it stays wherever it stands, unless
    /// it was asked to be taken out.
    pub borne: bool,
    /// Whether it was asked to be left in texts, as an ordinary word.
    pub left: bool,
    /// Whether it was asked to be taken out though somebody else bears it.
    pub taken: bool,
    /// Whether it is what somebody else is called by a word of another kind: a login that is a colleague's name.
    alike: bool,
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
            let word = Self::new(text, kind);
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

    fn new(text: &str, kind: WordKind) -> Self {
        Self { text: text.to_owned(), kind, borne: false, left: false, taken: false, alike: false }
    }

    /// Notes that somebody else is called so, by a word of this kind.
    pub(super) fn is_borne_as(&mut self, kind: WordKind) {
        self.borne |= self.kind == kind;
        self.alike |= self.kind != kind;
    }

    /// As it is looked for, folded, as it is written first. A name of several parts also turned round and joined, and without
    /// the marks on its letters: "Müller, Zoë", `zoe.muller`.
    pub(super) fn forms(&self) -> Vec<(Vec<char>, Joint)> {
        let mut forms = vec![(folded(&self.text), self.kind.joint())];
        let parts: Vec<&str> = self.text.split_whitespace().collect();
        if let (WordKind::Name, [first, middle @ .., last]) = (self.kind, parts.as_slice()) {
            let given = [&[*first], middle].concat().join(" ");
            let turned = [format!("{last}, {given}"), format!("{last} {given}")];
            let joined = ["", ".", "_", "-"].map(|joint| format!("{first}{joint}{last}"));
            forms.extend(turned.iter().map(|form| (folded(form), Joint::Word)));
            forms.extend(joined.iter().map(|form| (folded(form), Joint::Login)));
        }
        if self.kind == WordKind::Name {
            let plain = |(form, joint): &(Vec<char>, Joint)| (bare(&form.iter().collect::<String>()), *joint);
            let plain: Vec<_> = forms.iter().map(plain).collect();
            forms.extend(plain);
        }
        let mut met = HashSet::new();
        forms.retain(|(form, _)| met.insert(form.clone()));
        forms
    }

    /// Where it is looked for. A login that is left as an ordinary word, or is somebody's name, is still taken out where it can
    /// only be a login; a name that is somebody's login is left there.
    pub(super) fn standing(&self) -> Option<Standing> {
        match self.kind {
            _ if self.borne && !self.taken => None,
            WordKind::Login if self.left || self.alike => Some(Standing::AsLogin),
            _ if self.left => None,
            WordKind::Name if self.alike => Some(Standing::InProse),
            _ => Some(Standing::Anywhere),
        }
    }

    /// Whether it could be ordinary words: of letters, blanks and hyphens only, and no address. Only such a word may be left.
    pub fn may_stay(&self) -> bool {
        let ordinary = |c: char| c.is_alphabetic() || c == ' ' || c == '-';
        self.kind != WordKind::Address && self.text.chars().all(ordinary)
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
