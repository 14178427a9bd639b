//! Names that must not be in what is handed to a candidate: those of the people who interview and decide, of other
//! candidates, and of their accounts.

use std::collections::BTreeSet;

use assay_domain::erasure::{ERASED, Redaction};
use assay_domain::ids::CandidateId;
use rusqlite::Connection;

use crate::{Result, Store};

/// What stands where a name was.
const LEFT_OUT: &str = "[name left out]";

/// Names to be left out of notes.
pub struct Names {
    others: Redaction,
    /// Every word of the names of the workspace's people: notes call them by their first names.
    people: BTreeSet<String>,
}

impl Names {
    /// Everybody's but the candidate's own.
    pub fn of(store: &Store, candidate: CandidateId) -> Result<Self> {
        store.look(|conn| {
            let people = texts(conn, "SELECT name FROM person WHERE ?1 IS NOT NULL", candidate)?;
            let names = texts(conn, "SELECT name FROM candidate WHERE id <> ?1", candidate)?;
            let emails = texts(conn, "SELECT email FROM candidate WHERE id <> ?1", candidate)?;
            let logins = texts(
                conn,
                "SELECT a.login FROM account AS a WHERE NOT EXISTS (SELECT 1 FROM candidate_account AS own
                     WHERE own.account_id = a.id AND own.candidate_id = ?1)",
                candidate,
            )?;
            let all: Vec<&str> = names.iter().chain(&people).map(String::as_str).collect();
            let others = Redaction::new(&all, &borrowed(&logins), &borrowed(&emails));
            let people =
                people.iter().flat_map(|name| name.split_whitespace()).map(str::to_lowercase).collect();
            Ok(Self { others, people })
        })
    }

    /// The text without them.
    pub fn left_out_of(&self, text: &str) -> String {
        let text = self.others.text(text).unwrap_or_else(|| text.to_owned()).replace(ERASED, LEFT_OUT);
        let mut out = String::with_capacity(text.len());
        let mut word = String::new();
        for c in text.chars().chain(['\n']) {
            if c.is_alphanumeric() {
                word.push(c);
                continue;
            }
            out.push_str(self.shown(&word));
            word.clear();
            out.push(c);
        }
        out.pop();
        out
    }

    /// A word, unless it is part of somebody's name and written as one.
    fn shown<'a>(&self, word: &'a str) -> &'a str {
        let is_name = word.chars().next().is_some_and(|first| !first.is_lowercase());
        if is_name && self.people.contains(&word.to_lowercase()) { LEFT_OUT } else { word }
    }
}

fn texts(conn: &Connection, sql: &str, candidate: CandidateId) -> Result<Vec<String>> {
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map([candidate.0], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn borrowed(texts: &[String]) -> Vec<&str> {
    texts.iter().map(String::as_str).collect()
}
