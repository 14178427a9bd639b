//! Taking a person's identifiers out of text that must stay: other people's snapshots, notes, journal payloads.
//!
//! What is found is replaced by [`ERASED`]: whole words only, whatever the case, also where JSON escapes stand in the text.
//! Pure: the caller reads and writes.

use std::collections::BTreeSet;

use serde_json::Value;

mod fold;
mod pattern;
mod receipt;
mod words;

use fold::Folded;
use pattern::{Hit, Pattern, Patterns};

use crate::blind::Identity;

pub(crate) use fold::{Joint, letters};
pub use receipt::nameless;
pub use words::{TOO_SHORT, Word, WordKind};

/// What stands in the place of an identifier.
pub const ERASED: &str = "[erased]";

/// What is to be taken out.
#[derive(Clone, Debug)]
pub struct Redaction {
    patterns: Patterns,
    /// What others bear: whatever stands within it stays.
    spared: Patterns,
    words: Vec<Word>,
    mark: &'static str,
    /// Whether marks on letters count: `é` is not `e`.
    marks: bool,
    too_short: Vec<String>,
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

/// Where a word stands in a text, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Which of [`Redaction::words`].
    pub word: usize,
    /// From here.
    pub start: usize,
    /// Up to here.
    pub end: usize,
}

impl Redaction {
    /// Of full names, logins and e-mail addresses. Names under 4 letters (5 for a single word) and logins under 3 are left
    /// out and given apart, so that ordinary words are not torn from other people's text; so are addresses without an `@`,
    /// which are none.
    pub fn new(names: &[&str], logins: &[&str], emails: &[&str]) -> Self {
        let (words, too_short) = Word::all(names, logins, emails);
        Redaction { too_short, ..Redaction::of(ERASED, Vec::new()) }.of_words(words)
    }

    fn of_words(self, words: Vec<Word>) -> Self {
        let mut looked_for = Vec::new();
        for (index, word) in words.iter().enumerate() {
            let Some(standing) = word.standing() else { continue };
            for (rank, (form, joint)) in word.forms().into_iter().enumerate() {
                looked_for.push((rank > 0, Pattern::new(form, joint, false, index).standing(standing)));
            }
        }
        // Of a login and a name written like it, the login is told.
        looked_for.sort_by_key(|(turned, _)| *turned);
        let patterns = Patterns::of(looked_for.into_iter().map(|(_, pattern)| pattern));
        Redaction { patterns, marks: true, words, ..self }
    }

    /// Leaves what these people are called as well, like by like: a name that is somebody's name, a login that is somebody's
    /// login. What stands within a longer name, login or address of theirs is theirs too.
    pub fn sparing<'a>(self, others: impl IntoIterator<Item = &'a Identity>) -> Self {
        let own: Vec<_> = self.words.iter().map(Word::forms).collect();
        let (mut words, mut spared) = (self.words.clone(), Vec::new());
        for (text, kind) in others.into_iter().flat_map(borne) {
            let text = fold::folded(text);
            let mut holds = false;
            for (word, forms) in words.iter_mut().zip(&own) {
                if forms.first().is_some_and(|(form, _)| *form == text) {
                    word.is_borne_as(kind);
                } else {
                    holds |= forms.iter().any(|(form, _)| text.windows(form.len()).any(|part| part == form));
                }
            }
            if holds {
                spared.push(Pattern::new(text, kind.joint(), false, 0));
            }
        }
        Redaction { spared: Patterns::of(spared.into_iter()), ..self }.of_words(words)
    }

    /// Leaves these of its words in texts, as ordinary words.
    ///
    /// # Errors
    /// The first that is none of them, or that could be no ordinary word ([`Word::may_stay`]).
    pub fn leaving(self, left: &[String]) -> Result<Self, String> {
        self.asked(left, Word::may_stay, |word| word.left = true)
    }

    /// Takes these of its words out though somebody else bears them.
    ///
    /// # Errors
    /// The first that is none of them, or that nobody else bears.
    pub fn taking(self, taken: &[String]) -> Result<Self, String> {
        self.asked(taken, |word| word.borne, |word| word.taken = true)
    }

    fn asked(
        self,
        texts: &[String],
        may: impl Fn(&Word) -> bool,
        mark: impl Fn(&mut Word),
    ) -> Result<Self, String> {
        let mut words = self.words.clone();
        for text in texts {
            let wanted = fold::folded(text.trim().trim_start_matches('@'));
            let same = |word: &&mut Word| may(word) && fold::folded(&word.text) == wanted;
            let mut found = words.iter_mut().filter(same).peekable();
            if found.peek().is_none() {
                return Err(text.clone());
            }
            found.for_each(&mark);
        }
        Ok(self.of_words(words))
    }

    /// Of terms, each with its own rule, whatever the marks on letters; what is found is replaced by `mark`.
    pub(crate) fn of(mark: &'static str, terms: Vec<Term>) -> Self {
        let patterns = terms.into_iter().enumerate();
        let patterns = patterns
            .map(|(index, term)| Pattern::new(fold::bare(&term.text), term.joint, term.capital, index));
        Redaction {
            patterns: Patterns::of(patterns),
            spared: Patterns::default(),
            words: Vec::new(),
            mark,
            marks: false,
            too_short: Vec::new(),
        }
    }

    /// What is looked for, with what is left; empty where it was made of terms.
    pub fn words(&self) -> &[Word] {
        &self.words
    }

    /// Names and logins too short to be looked for; see [`TOO_SHORT`].
    pub fn too_short(&self) -> &[String] {
        &self.too_short
    }

    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.patterns.is_empty()
    }

    /// Where identifiers stand, in the order of the text. Where several overlap, the longest at the leftmost place counts; an
    /// `@` before a login goes with it.
    pub fn places(&self, text: &str) -> Vec<Place> {
        let folded = if self.marks { Folded::of(text) } else { Folded::bare(text) };
        let mut found: Vec<Place> = Vec::new();
        let (mut at, mut spared) = (0, 0);
        while at < folded.chars.len() {
            let capital = || text[folded.start(at)..].chars().next().is_some_and(char::is_uppercase);
            if !self.spared.is_empty() {
                let hit = self.spared.longest_at(&folded, at, capital);
                spared = hit.map_or(spared, |hit| spared.max(hit.end));
            }
            let Some(Hit { end, joint, word }) =
                self.patterns.longest_at(&folded, at, capital).filter(|hit| hit.end > spared)
            else {
                at += 1;
                continue;
            };
            let start = if joint == Joint::Login && folded.mentions(at) { at - 1 } else { at };
            let start = folded.start(start).max(found.last().map_or(0, |before| before.end));
            found.push(Place { word, start, end: folded.start(end) });
            at = end;
        }
        found
    }

    /// The text with every identifier replaced; `None` where it holds none.
    pub fn text(&self, text: &str) -> Option<String> {
        let places = self.places(text);
        let mut out = String::new();
        let mut kept = 0;
        for place in &places {
            out.push_str(&text[kept..place.start]);
            out.push_str(self.mark);
            kept = place.end;
        }
        (!places.is_empty()).then(|| out + &text[kept..])
    }

    /// Which of its words stand in a JSON value, in the same strings as [`Redaction::json`] replaces them in.
    pub fn words_in(&self, value: &Value, machine: &[&str]) -> BTreeSet<usize> {
        match value {
            Value::String(text) => self.places(text).into_iter().map(|place| place.word).collect(),
            Value::Array(items) => items.iter().flat_map(|item| self.words_in(item, machine)).collect(),
            Value::Object(fields) => {
                let words = fields.iter().filter(|(field, value)| !is_machine(field, value, machine));
                words.flat_map(|(_, value)| self.words_in(value, machine)).collect()
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => BTreeSet::new(),
        }
    }

    /// Every string of a JSON value replaced as by [`Redaction::text`]; `None` where nothing was found. Names of fields stay,
    /// and so do the strings of the fields in `machine`: they are no words of people, and whoever reads the value needs them.
    pub fn json(&self, value: &Value, machine: &[&str]) -> Option<Value> {
        match value {
            Value::String(text) => self.text(text).map(Value::String),
            Value::Array(items) => {
                let new: Vec<_> = items.iter().map(|item| self.json(item, machine)).collect();
                new.iter().any(Option::is_some).then(|| {
                    let merged = new.into_iter().zip(items);
                    Value::Array(merged.map(|(new, old)| new.unwrap_or_else(|| old.clone())).collect())
                })
            }
            Value::Object(fields) => {
                let words = fields.iter().filter(|(field, value)| !is_machine(field, value, machine));
                let new =
                    words.filter_map(|(field, value)| Some((field.clone(), self.json(value, machine)?)));
                let new: Vec<_> = new.collect();
                (!new.is_empty()).then(|| {
                    let mut merged = fields.clone();
                    merged.extend(new);
                    Value::Object(merged)
                })
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => None,
        }
    }
}

/// Whether a field is one of those in `machine` and holds words of the program: a string, or a list of them.
pub fn is_machine(field: &str, value: &Value, machine: &[&str]) -> bool {
    let plain = |value: &Value| value.is_string();
    let own = plain(value) || value.as_array().is_some_and(|items| items.iter().all(plain));
    own && machine.contains(&field)
}

/// By what somebody is called.
fn borne(one: &Identity) -> impl Iterator<Item = (&str, WordKind)> {
    let names = one.names.iter().map(|text| (text.as_str(), WordKind::Name));
    let addresses = one.addresses.iter().map(|text| (text.as_str(), WordKind::Address));
    let logins = one.logins.iter().map(|login| (login.trim_start_matches('@'), WordKind::Login));
    names.chain(addresses).chain(logins)
}

#[cfg(test)]
#[path = "erasure/tests.rs"]
mod tests;
