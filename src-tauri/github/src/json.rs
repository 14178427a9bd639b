//! Looking into parsed JSON: a missing key, a null and a value are three things.

use assay_domain::import::Seen;
use chrono::{DateTime, Utc};
use serde_json::{Map, Value};

/// A JSON object.
pub(crate) type Object = Map<String, Value>;

/// Whether the object has all the keys.
pub(crate) fn has(object: &Object, keys: &[&str]) -> bool {
    keys.iter().all(|key| object.contains_key(*key))
}

/// Whether the object has any of the keys.
pub(crate) fn has_any(object: &Object, keys: &[&str]) -> bool {
    keys.iter().any(|key| object.contains_key(*key))
}

/// The object under a key.
pub(crate) fn object<'a>(parent: &'a Object, key: &str) -> Option<&'a Object> {
    parent.get(key).and_then(Value::as_object)
}

/// The list under a key; empty where there is none.
pub(crate) fn list<'a>(parent: &'a Object, key: &str) -> &'a [Value] {
    parent.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// The text under a key.
pub(crate) fn text<'a>(parent: &'a Object, key: &str) -> Option<&'a str> {
    parent.get(key).and_then(Value::as_str)
}

/// The text under a key, owned; empty where there is none.
pub(crate) fn owned(parent: &Object, key: &str) -> String {
    text(parent, key).unwrap_or_default().to_owned()
}

/// The whole number under a key.
pub(crate) fn number(parent: &Object, key: &str) -> Option<u64> {
    parent.get(key).and_then(Value::as_u64)
}

/// The instant under a key.
pub(crate) fn time(parent: &Object, key: &str) -> Option<DateTime<Utc>> {
    text(parent, key).and_then(parse_time)
}

/// Reads GitHub's instants: RFC 3339 with any offset, and `2012/03/10 22:46:25 -0800` of before 2013.
pub(crate) fn parse_time(text: &str) -> Option<DateTime<Utc>> {
    DateTime::parse_from_rfc3339(text)
        .or_else(|_| DateTime::parse_from_str(text, "%Y/%m/%d %H:%M:%S %z"))
        .ok()
        .map(|at| at.with_timezone(&Utc))
}

/// A value in its three states. A value of an unexpected type counts as not told: nothing is known from it.
pub(crate) fn seen<T>(parent: &Object, key: &str, read: impl FnOnce(&Value) -> Option<T>) -> Seen<T> {
    match parent.get(key) {
        None => Seen::Absent,
        Some(Value::Null) => Seen::Empty,
        Some(value) => read(value).map_or(Seen::Absent, Seen::Value),
    }
}

/// A text in its three states; the empty text counts as none given.
pub(crate) fn seen_text(parent: &Object, key: &str) -> Seen<String> {
    match seen(parent, key, |value| value.as_str().map(str::to_owned)) {
        Seen::Value(text) if text.is_empty() => Seen::Empty,
        other => other,
    }
}

/// A whole number in its three states.
pub(crate) fn seen_number(parent: &Object, key: &str) -> Seen<u64> {
    seen(parent, key, Value::as_u64)
}

/// A truth value in its three states.
pub(crate) fn seen_bool(parent: &Object, key: &str) -> Seen<bool> {
    seen(parent, key, Value::as_bool)
}

/// An instant in its three states.
pub(crate) fn seen_time(parent: &Object, key: &str) -> Seen<DateTime<Utc>> {
    seen(parent, key, |value| value.as_str().and_then(parse_time))
}

/// The first of two that the source speaks of (a key was renamed over the years).
pub(crate) fn either<T>(first: Seen<T>, second: Seen<T>) -> Seen<T> {
    match first {
        Seen::Absent => second,
        told => told,
    }
}

/// Keys whose texts name accounts: logins, and addresses of people's pages. None of them is shown as it is.
const NAMING: [&str; 5] = ["login", "url", "user", "owner", "actor"];

/// Takes the marks that change the direction of writing out of every text in the value, and cuts it to `limit` bytes;
/// says how many were cut. Encoded file contents are left whole: they are cut when they have been decoded. What names
/// an account keeps its marks, so that one that looks like another is seen to be none.
pub(crate) fn cut_texts(value: &mut Value, limit: usize) -> u64 {
    match value {
        Value::String(text) => {
            straighten(text);
            u64::from(cut(text, limit))
        }
        Value::Array(items) => items.iter_mut().map(|item| cut_texts(item, limit)).sum(),
        Value::Object(members) => members
            .iter_mut()
            .filter(|(key, member)| {
                key.as_str() != "content" && !(NAMING.contains(&key.as_str()) && member.is_string())
            })
            .map(|(_, member)| cut_texts(member, limit))
            .sum(),
        Value::Null | Value::Bool(_) | Value::Number(_) => 0,
    }
}

/// Embeddings, overrides and isolates of the Unicode Bidirectional Algorithm
/// (<https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters>).
fn turns(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Takes the marks that change the direction of writing out of a text.
pub(crate) fn straighten(text: &mut String) {
    if text.contains(turns) {
        text.retain(|c| !turns(c));
    }
}

/// A foreign name or message on one line: without those marks, control characters as spaces.
pub(crate) fn one_line(text: &str) -> String {
    text.chars().filter(|c| !turns(*c)).map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// Keys of a body that must hold a certain thing, or null, where they are there.
pub(crate) struct Fields {
    /// Whole numbers from 0.
    pub(crate) numbers: &'static [&'static str],
    /// Instants.
    pub(crate) times: &'static [&'static str],
    /// Texts.
    pub(crate) texts: &'static [&'static str],
}

impl Fields {
    /// Those that hold something else: nothing is known from them.
    pub(crate) fn unreadable(&self, body: &Object) -> impl Iterator<Item = &'static str> {
        let is_time = |value: &Value| value.as_str().is_some_and(|text| parse_time(text).is_some());
        let numbers = wrong(body, self.numbers, Value::is_u64);
        numbers.chain(wrong(body, self.times, is_time)).chain(wrong(body, self.texts, Value::is_string))
    }
}

fn wrong(
    body: &Object,
    keys: &'static [&'static str],
    fits: impl Fn(&Value) -> bool,
) -> impl Iterator<Item = &'static str> {
    keys.iter()
        .copied()
        .filter(move |key| body.get(*key).is_some_and(|value| !value.is_null() && !fits(value)))
}

/// Cuts a text to at most `limit` bytes at a character's edge; says whether it had to.
pub(crate) fn cut(text: &mut String, limit: usize) -> bool {
    if text.len() <= limit {
        return false;
    }
    text.truncate(text.floor_char_boundary(limit));
    true
}
