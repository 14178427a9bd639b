//! Candidates from a pasted list or a simple CSV: what was understood, and what was not, line by line.
//!
//! With a header that names a column `name`, `e-mail` or `login` the text is CSV (RFC 4180, with comma, semicolon or tab).
//! Without one every line is a candidate: `Ada Fixture <ada@example.invalid> @ada-fixture, Lisbon, Backend engineer`, in
//! which the parts may also be separated by semicolons or tabs.

use std::collections::HashMap;

use serde::Serialize;

use super::{CandidateInput, FieldProblem, LINE_MAX, check_email, check_name};

mod header;
mod line;
mod table;

/// Most bytes of a list.
pub const BYTES_MAX: usize = 8 * 1024 * 1024;
/// Most rows of a list.
pub const ROWS_MAX: usize = 20_000;
/// Most characters of a line that a problem quotes.
const QUOTED: usize = 120;

/// One candidate of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ListEntry {
    /// Line in the text, from 1, on which it starts.
    pub line: u32,
    /// Name.
    pub name: String,
    /// E-mail address, or empty.
    pub email: String,
    /// GitHub login, or empty.
    pub login: String,
    /// Where they live, or empty.
    pub location: String,
    /// One line about them, or empty.
    pub headline: String,
    /// Anything else.
    pub notes: String,
}

/// A line that gave no candidate, or not all that stands in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct ListProblem {
    /// Line in the text, from 1.
    pub line: u32,
    /// The line, cut short.
    pub text: String,
    /// What is wrong with it, and what to do.
    pub reason: String,
}

/// What a list gave.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CandidateList {
    /// The candidates, in the order of the text.
    pub entries: Vec<ListEntry>,
    /// The lines that were refused, in the order of the text. The entries stand whatever is here (law 11).
    pub problems: Vec<ListProblem>,
    /// Headings of the columns that mean nothing here, so that what stands in them is not taken.
    pub ignored: Vec<String>,
    /// How many rows beyond the first [`ROWS_MAX`] were not read. The first of them is told as a problem.
    pub left_out: u32,
}

impl CandidateList {
    /// Reads a pasted list or the text of a CSV file.
    pub fn parse(text: &str) -> CandidateList {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut reading = Reading::default();
        if text.len() > BYTES_MAX {
            let reason = format!("the list has {} bytes; {BYTES_MAX} are allowed: split it", text.len());
            reading.refuse(1, "", reason);
            return reading.finished();
        }
        match header::find(text) {
            Some(header) => table::read(text, &header, &mut reading),
            None => line::read(text, &mut reading),
        }
        reading.finished()
    }
}

/// A list while it is read.
#[derive(Default)]
struct Reading {
    list: CandidateList,
    /// What tells a candidate from another, and the line that had it first.
    met: HashMap<String, u32>,
    /// The first row beyond the limit: its line, and what stands in it.
    beyond: Option<(u32, String)>,
}

impl Reading {
    /// Counts a row as left out, where as many as are allowed were read before it.
    fn leaves_out(&mut self, line: u32, source: &str) -> bool {
        if self.list.entries.len() + self.list.problems.len() < ROWS_MAX {
            return false;
        }
        self.list.left_out += 1;
        self.beyond.get_or_insert_with(|| (line, source.to_owned()));
        true
    }

    /// The list, with what was left out as a problem of its first row.
    fn finished(mut self) -> CandidateList {
        if let Some((line, source)) = self.beyond.take() {
            let after = match self.list.left_out - 1 {
                0 => "this one is".to_owned(),
                more => format!("this one and {more} after it are"),
            };
            self.refuse(
                line,
                &source,
                format!("more than {ROWS_MAX} rows: {after} left out; split the list"),
            );
        }
        self.list
    }

    /// Takes an entry if it can stand, a problem otherwise.
    fn take(&mut self, entry: ListEntry, source: &str) {
        match self.why_not(&entry) {
            None => {
                self.met.extend(keys(&entry).into_iter().map(|key| (key, entry.line)));
                self.list.entries.push(entry);
            }
            Some(reason) => self.refuse(entry.line, source, reason),
        }
    }

    fn refuse(&mut self, line: u32, source: &str, reason: String) {
        let text = source.trim().chars().map(|c| if c.is_control() { ' ' } else { c }).take(QUOTED).collect();
        self.list.problems.push(ListProblem { line, text, reason });
    }

    fn why_not(&self, entry: &ListEntry) -> Option<String> {
        if let Some(problem) = field_problem(entry) {
            return Some(problem.to_string());
        }
        if !entry.login.is_empty() && !is_login(&entry.login) {
            return Some(format!("\"{}\" is no GitHub login", entry.login));
        }
        let (key, twin) =
            keys(entry).into_iter().find_map(|key| self.met.get(&key).map(|line| (key, *line)))?;
        Some(match key.split_once(':') {
            Some(("email", _)) => {
                format!("has the address of line {twin}, so it is left out as the same person")
            }
            Some(("login", _)) => {
                format!("has the login of line {twin}, so it is left out as the same person")
            }
            _ => format!(
                "has the name of line {twin}, so it is left out; if they are two people, give each an address or a login"
            ),
        })
    }
}

/// What makes an entry the same candidate as another: its address or login, or its name where it has neither.
fn keys(entry: &ListEntry) -> Vec<String> {
    let key = |kind: &str, text: &str| (!text.is_empty()).then(|| format!("{kind}:{}", text.to_lowercase()));
    let marks: Vec<String> =
        key("email", &entry.email).into_iter().chain(key("login", &entry.login)).collect();
    if marks.is_empty() { key("name", &entry.name).into_iter().collect() } else { marks }
}

fn field_problem(entry: &ListEntry) -> Option<FieldProblem> {
    let long = |field, text: &str| {
        let length = text.chars().count();
        (length > LINE_MAX).then_some(FieldProblem::TooLong { field, length, allowed: LINE_MAX })
    };
    check_name(&entry.name)
        .and_then(|()| check_email(&entry.email))
        .err()
        .or_else(|| long("location", &entry.location))
        .or_else(|| long("headline", &entry.headline))
}

/// Whether a text has the shape of a GitHub login: 1 to 39 letters, digits and hyphens (older ones may end in a hyphen;
/// managed users have an underscore).
pub fn is_login(text: &str) -> bool {
    let allowed = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    (1..=39).contains(&text.len()) && text.chars().all(allowed) && !text.starts_with('-')
}

/// The login in `@login`, `github.com/login` or a full address of a profile; the text itself otherwise.
fn login_in(text: &str) -> &str {
    let text = text.trim();
    let address = ["https://", "http://"].iter().find_map(|scheme| text.strip_prefix(scheme)).unwrap_or(text);
    let address = address.strip_prefix("www.").unwrap_or(address);
    let path = address.strip_prefix("github.com/").unwrap_or(address);
    path.strip_prefix('@').unwrap_or(path).trim_end_matches('/')
}

impl ListEntry {
    /// The entry as a candidate typed in by hand.
    pub fn into_input(self, provenance: super::ProvenanceInput) -> CandidateInput {
        CandidateInput {
            name: self.name,
            email: self.email,
            location: self.location,
            headline: self.headline,
            notes: self.notes,
            provenance,
        }
    }
}

#[cfg(test)]
mod tests;
