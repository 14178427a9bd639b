//! What an erasure would take out of texts about others, said before it is done.

use std::collections::BTreeSet;

use assay_domain::erasure::{Place, Redaction, Word, WordKind};
use assay_domain::ids::CandidateId;
use rusqlite::Connection;
use serde::Serialize;

use super::columns::{COLUMNS, Column};
use super::{ErasureInput, redact, remove};
use crate::{Result, Store, Viewer};

/// Examples of a word, at most.
const EXAMPLES: usize = 3;
/// Characters beside a word in an example.
const BESIDE: usize = 40;

/// What an erasure would take out of texts about others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct ErasurePreview {
    /// Words by which the person is named, those that stand in most texts first.
    pub words: Vec<NamingWord>,
    /// Texts about others that would change, without what interviewers wrote: that is changed too, but not counted, since some of
    /// it is closed.
    pub texts: u32,
    /// Names and logins too short to be looked for.
    pub too_short: Vec<String>,
}

/// A word by which the person is named, and where else it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct NamingWord {
    /// As it is written.
    pub word: String,
    /// What it is to the person.
    pub kind: WordKind,
    /// Texts about others that it would be taken out of.
    pub texts: u32,
    /// Whether somebody who stays bears it too, so that it is left wherever it stands.
    pub borne: bool,
    /// Whether it is a single word that could be an ordinary one: then it is worth asking whether it stays.
    pub may_stay: bool,
    /// Where it stands, at most three places.
    pub examples: Vec<NamingExample>,
}

/// A word in its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct NamingExample {
    /// What stands before it, on one line.
    pub before: String,
    /// As it stands there.
    pub word: String,
    /// What stands after it, on one line.
    pub after: String,
}

/// What erasing a candidate would take out of texts about others: the erasure is tried, counted and taken back.
///
/// Errors: as [`erase`](super::erase).
pub fn preview(
    store: &Store,
    viewer: Viewer,
    candidate: CandidateId,
    input: &ErasureInput,
) -> Result<ErasurePreview> {
    store.rehearse(viewer, |tx| {
        let found = super::found(tx, viewer, candidate, input)?;
        redact::account_numbers(tx, &found.accounts)?;
        remove::remove(tx, &found)?;
        count(tx, &found.redaction)
    })
}

fn count(conn: &Connection, redaction: &Redaction) -> Result<ErasurePreview> {
    let mut words: Vec<NamingWord> = redaction.words().iter().map(unseen).collect();
    let mut texts = 0;
    for column in COLUMNS.iter().filter(|column| column.is_counted()) {
        column.each(conn, |text, _| {
            let here = standing(redaction, column, text, &mut words)?;
            texts += u32::from(!here.is_empty());
            here.into_iter().for_each(|word| words[word].texts += 1);
            Ok(())
        })?;
    }
    words.sort_by_key(|word| std::cmp::Reverse(word.texts));
    Ok(ErasurePreview { words, texts, too_short: redaction.too_short().to_vec() })
}

fn unseen(word: &Word) -> NamingWord {
    NamingWord {
        word: word.text.clone(),
        kind: word.kind,
        texts: 0,
        borne: word.borne && !word.taken,
        may_stay: word.may_stay() && !word.text.contains(' '),
        examples: Vec::new(),
    }
}

/// Which of the words stand in the text, with examples.
fn standing(
    redaction: &Redaction,
    column: &Column,
    text: &str,
    words: &mut [NamingWord],
) -> Result<BTreeSet<usize>> {
    if let Some(machine) = column.json {
        return Ok(redaction.words_in(&serde_json::from_str(text)?, machine));
    }
    let places = redaction.places(text);
    if column.is_shown() {
        for place in &places {
            let examples = &mut words[place.word].examples;
            if examples.len() < EXAMPLES {
                examples.push(example(text, *place));
            }
        }
    }
    Ok(places.into_iter().map(|place| place.word).collect())
}

fn example(text: &str, place: Place) -> NamingExample {
    let (before, after) = (&text[..place.start], &text[place.end..]);
    let from = before.char_indices().rev().take(BESIDE).last().map_or(before.len(), |(at, _)| at);
    let to = after.char_indices().nth(BESIDE).map_or(after.len(), |(at, _)| at);
    NamingExample {
        before: on_one_line(&before[from..]),
        word: on_one_line(&text[place.start..place.end]),
        after: on_one_line(&after[..to]),
    }
}

fn on_one_line(text: &str) -> String {
    text.replace(['\n', '\r', '\t'], " ")
}
