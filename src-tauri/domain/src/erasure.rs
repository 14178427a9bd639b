//! Taking a person's identifiers out of text that must stay: other people's snapshots, notes, journal payloads.
//!
//! What is found is replaced by [`ERASED`]: whole words only, whatever the case, also where JSON escapes stand in the text.
//! Pure: the caller reads and writes.

use serde_json::{Map, Value};

mod fold;
mod pattern;
mod receipt;

use fold::Folded;
use pattern::{Pattern, Patterns};

pub(crate) use fold::{Joint, letters};
pub use receipt::nameless;

/// What stands in the place of an identifier.
pub const ERASED: &str = "[erased]";

/// Shortest login that is looked for: shorter ones are too often words.
const LOGIN_MIN: usize = 3;
/// Shortest full name of several words.
const NAME_MIN: usize = 4;
/// Shortest full name of a single word.
const WORD_MIN: usize = 5;

/// What [`Redaction::too_short`] counts, for people.
pub const TOO_SHORT: &str = "a single name under 5 letters, a full name under 4 and a login under 3 are not looked for in \
    texts about others: they could be ordinary words";

/// What is to be taken out.
#[derive(Clone, Debug)]
pub struct Redaction {
    patterns: Patterns,
    mark: &'static str,
    /// Whether marks on letters count: `é` is not `e`.
    marks: bool,
    too_short: usize,
}

impl Default for Redaction {
    fn default() -> Self {
        Redaction::of(ERASED, Vec::new())
    }
}

/// Something to be looked for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Term {
    /// As it is written.
    pub text: String,
    /// What makes it a part of another word.
    pub joint: Joint,
    /// Only where the text has it with a capital letter.
    pub capital: bool,
}

impl Redaction {
    /// Of full names, logins and e-mail addresses. Names under 4 letters (5 for a single word) and logins under 3 are left
    /// out and counted, so that ordinary words are not torn from other people's text; so are addresses without an `@`,
    /// which are none.
    pub fn new(names: &[&str], logins: &[&str], emails: &[&str]) -> Self {
        let emails =
            emails.iter().map(|email| email.trim()).filter(|email| email.len() > 2 && email.contains('@'));
        let logins = logins.iter().map(|login| login.trim().trim_start_matches('@'));
        let given = names.iter().map(|name| (name.trim(), false)).chain(logins.map(|login| (login, true)));
        let given = given.filter(|(text, _)| !text.is_empty());
        let (long, mut short): (Vec<_>, Vec<_>) = given.partition(|(text, login)| is_long(text, *login));
        short.sort_unstable();
        short.dedup();
        let term = |(text, login): (&str, bool)| Term {
            text: text.to_owned(),
            joint: if login { Joint::Login } else { Joint::Word },
            capital: false,
        };
        let terms = long.into_iter().chain(emails.map(|email| (email, false))).map(term).collect();
        Redaction { too_short: short.len(), ..Redaction::folded(ERASED, terms, true) }
    }

    /// Of terms, each with its own rule, whatever the marks on letters; what is found is replaced by `mark`.
    pub(crate) fn of(mark: &'static str, terms: Vec<Term>) -> Self {
        Redaction::folded(mark, terms, false)
    }

    fn folded(mark: &'static str, terms: Vec<Term>, marks: bool) -> Self {
        let fold = |text: &str| if marks { fold::folded(text) } else { fold::bare(text) };
        let patterns = terms.into_iter().map(|term| Pattern::new(fold(&term.text), term.joint, term.capital));
        Redaction { patterns: Patterns::of(patterns), mark, marks, too_short: 0 }
    }

    /// How many names and logins are too short to be looked for; see [`TOO_SHORT`].
    pub fn too_short(&self) -> usize {
        self.too_short
    }

    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.patterns.is_empty()
    }

    /// The text with every identifier replaced; `None` where it holds none. Where several overlap, the longest at the
    /// leftmost place counts; an `@` before a login goes with it.
    pub fn text(&self, text: &str) -> Option<String> {
        let folded = if self.marks { Folded::of(text) } else { Folded::bare(text) };
        let mut out = String::new();
        let (mut at, mut kept) = (0, 0);
        while at < folded.chars.len() {
            let Some((end, joint)) = self.match_at(text, &folded, at) else {
                at += 1;
                continue;
            };
            let start = if joint == Joint::Login && folded.mentions(at) { at - 1 } else { at };
            out.push_str(&text[kept..folded.start(start).max(kept)]);
            out.push_str(self.mark);
            kept = folded.start(end);
            at = end;
        }
        if kept == 0 {
            return None;
        }
        out.push_str(&text[kept..]);
        Some(out)
    }

    /// Every string of a JSON value, and every key; `None` where nothing was found.
    pub fn json(&self, value: &Value) -> Option<Value> {
        match value {
            Value::String(text) => self.text(text).map(Value::String),
            Value::Array(items) => {
                let new: Vec<Option<Value>> = items.iter().map(|item| self.json(item)).collect();
                let changed = new.iter().any(Option::is_some);
                let merged =
                    || new.into_iter().zip(items).map(|(new, old)| new.unwrap_or_else(|| old.clone()));
                changed.then(|| Value::Array(merged().collect()))
            }
            Value::Object(fields) => {
                let new: Vec<_> =
                    fields.iter().map(|(key, value)| (self.text(key), self.json(value))).collect();
                let changed = new.iter().any(|(key, value)| key.is_some() || value.is_some());
                changed.then(|| Value::Object(merged(fields, new)))
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => None,
        }
    }

    /// The end of the first pattern that stands at a place, and its rule.
    fn match_at(&self, text: &str, folded: &Folded, at: usize) -> Option<(usize, Joint)> {
        let capital = || text[folded.start(at)..].chars().next().is_some_and(char::is_uppercase);
        self.patterns.longest_at(folded, at, capital)
    }
}

/// Whether it is long enough to be no ordinary word. Marks on letters do not count.
fn is_long(text: &str, login: bool) -> bool {
    let least = match login {
        true => LOGIN_MIN,
        false if text.contains(char::is_whitespace) => NAME_MIN,
        false => WORD_MIN,
    };
    letters(text) >= least
}

fn merged(old: &Map<String, Value>, new: Vec<(Option<String>, Option<Value>)>) -> Map<String, Value> {
    let mut out = Map::new();
    for ((old_key, old), (key, value)) in old.iter().zip(new) {
        let mut key = key.unwrap_or_else(|| old_key.clone());
        // Two keys that held identifiers must not become one field.
        while out.contains_key(&key) {
            key.push('\'');
        }
        out.insert(key, value.unwrap_or_else(|| old.clone()));
    }
    out
}

#[cfg(test)]
#[path = "erasure/tests.rs"]
mod tests;
