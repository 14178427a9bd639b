//! Taking a person's identifiers out of text that must stay: other people's snapshots, notes, journal payloads.
//!
//! What is found is replaced by [`ERASED`]: whole words only, whatever the case, also where JSON escapes stand in the text.
//! Pure: the caller reads and writes.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

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
        let looked_for = words.iter().enumerate().filter(|(_, word)| !word.left);
        let patterns = looked_for
            .map(|(index, word)| Pattern::new(fold::folded(&word.text), word.kind.joint(), false, index));
        Redaction { patterns: Patterns::of(patterns), marks: true, words, ..self }
    }

    /// Leaves what stands within a name, login or address of these people: they bear it as well, and it stays theirs.
    pub fn sparing<'a>(self, others: impl IntoIterator<Item = &'a Identity>) -> Self {
        let own: Vec<Vec<char>> = self.words.iter().map(|word| fold::folded(&word.text)).collect();
        let (mut words, mut spared) = (self.words.clone(), Vec::new());
        for (text, joint) in others.into_iter().flat_map(borne) {
            let text = fold::folded(text);
            for (word, own) in words.iter_mut().zip(&own) {
                word.borne |= *own == text;
            }
            if own.iter().any(|own| text.windows(own.len()).any(|part| part == own)) {
                spared.push(Pattern::new(text, joint, false, 0));
            }
        }
        Redaction { spared: Patterns::of(spared.into_iter()), ..self }.of_words(words)
    }

    /// Leaves these of its words in texts.
    ///
    /// # Errors
    /// The first that is none of them, or that could be no ordinary word ([`Word::may_stay`]).
    pub fn leaving(self, left: &[String]) -> Result<Self, String> {
        let mut words = self.words.clone();
        for text in left {
            let wanted = fold::folded(text.trim().trim_start_matches('@'));
            let same = |word: &&mut Word| word.may_stay() && fold::folded(&word.text) == wanted;
            let mut found = words.iter_mut().filter(same).peekable();
            if found.peek().is_none() {
                return Err(text.clone());
            }
            found.for_each(|word| word.left = true);
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
            spared = self.spared.longest_at(&folded, at, capital).map_or(spared, |hit| spared.max(hit.end));
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

    /// Which of its words stand in a JSON value, in strings and keys.
    pub fn words_in(&self, value: &Value) -> BTreeSet<usize> {
        match value {
            Value::String(text) => self.places(text).into_iter().map(|place| place.word).collect(),
            Value::Array(items) => items.iter().flat_map(|item| self.words_in(item)).collect(),
            Value::Object(fields) => {
                let keys = fields.keys().flat_map(|key| self.places(key)).map(|place| place.word);
                keys.chain(fields.values().flat_map(|value| self.words_in(value))).collect()
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => BTreeSet::new(),
        }
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
}

/// By what somebody is named, each with what makes it a part of another word.
fn borne(one: &Identity) -> impl Iterator<Item = (&str, Joint)> {
    let words = one.names.iter().chain(&one.addresses).map(|text| (text.as_str(), Joint::Word));
    words.chain(one.logins.iter().map(|login| (login.trim_start_matches('@'), Joint::Login)))
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
