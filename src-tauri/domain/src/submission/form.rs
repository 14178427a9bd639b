//! The export of a form: a CSV (RFC 4180, with comma, semicolon or tab) with a row for each candidate. What a column means is
//! said once and remembered.

mod heading;

use std::ops::ControlFlow;

use serde::{Deserialize, Serialize};

use super::{Question, TEXT_BYTES_MAX, minutes, tidy};
use crate::csv_rows::{self, What};

/// Most rows.
pub const ROWS_MAX: usize = 2_000;
/// Most columns.
const COLUMNS_MAX: usize = 200;

/// What a column of a form's export means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "kebab-case", tag = "is", content = "question")]
pub enum ColumnUse {
    /// Nothing that is taken.
    Ignored,
    /// The name, or a part of it.
    Name,
    /// The e-mail address.
    Email,
    /// The GitHub login.
    Login,
    /// How long it took.
    Minutes,
    /// The answer to the kit's question of this id; to a question that is the column's heading, where it is empty.
    Answer(String),
}

/// A row of the export.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormRow {
    /// Line in the text, from 1, on which it starts.
    pub line: u32,
    /// Its fields, one for each heading.
    pub cells: Vec<String>,
}

/// A row that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct FormProblem {
    /// Line in the text, from 1.
    pub line: u32,
    /// Why, and what to do.
    pub reason: String,
}

/// An export as it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form {
    /// The headings.
    pub headers: Vec<String>,
    /// The rows that can be read.
    pub rows: Vec<FormRow>,
    /// The others.
    pub problems: Vec<FormProblem>,
    /// The line of the first row beyond [`ROWS_MAX`], and how many come after it: none of them is read.
    beyond: Option<(u32, u32)>,
}

/// What a row says, once its columns are known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Name, or empty.
    pub name: String,
    /// E-mail address, or empty.
    pub email: String,
    /// GitHub login, or empty.
    pub login: String,
    /// How long it took; `None` where it is not said, or not understood.
    pub minutes: Option<u32>,
    /// What was said of the time and not understood.
    pub odd_minutes: Option<String>,
    /// Question with its title and answer; empty answers are left out.
    pub answers: Vec<(Question, String)>,
}

impl Form {
    /// Reads the text of an export. Rows that cannot be read are told; the others stand (law 11).
    pub fn parse(text: &str) -> Form {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let by_width = |delimiter: &u8| csv_rows::header(text, *delimiter).map_or(0, |header| header.len());
        let delimiter = [b'\t', b';', b','].into_iter().max_by_key(by_width).unwrap_or(b',');
        let Some(header) = csv_rows::header(text, delimiter) else { return Form::default() };
        if let Some(open) = csv_rows::open_header(text, delimiter) {
            let problems = vec![FormProblem { line: open.line, reason: open.reason() }];
            return Form { problems, ..Form::default() };
        }
        let headers = header.iter().take(COLUMNS_MAX).map(one_line).collect();
        let mut form = Form { headers, ..Form::default() };
        let done = csv_rows::below_header(text, delimiter, |line, record, odd| match odd {
            Some(odd) if odd.what == What::Unclosed => {
                form.refuse(line, odd.reason());
                ControlFlow::Break(())
            }
            _ => form.take(line, record.iter().map(str::to_owned).collect()),
        });
        if let Err(error) = done {
            form.refuse(1, format!("the CSV cannot be read ({error}); save it again as UTF-8"));
        }
        if let Some((line, more)) = form.beyond {
            let out = if more == 0 {
                "this one is".to_owned()
            } else {
                format!("this one and {more} after it are")
            };
            form.refuse(line, format!("more than {ROWS_MAX} rows: {out} left out; split the export"));
        }
        form
    }

    fn take(&mut self, line: u32, mut cells: Vec<String>) -> ControlFlow<()> {
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            return ControlFlow::Continue(());
        }
        if self.rows.len() + self.problems.len() >= ROWS_MAX {
            self.beyond = Some(self.beyond.map_or((line, 0), |(first, more)| (first, more + 1)));
            return ControlFlow::Continue(());
        }
        let (has, named) = (cells.len(), self.headers.len());
        if cells.iter().skip(named).any(|cell| !cell.trim().is_empty()) {
            self.refuse(
                line,
                format!(
                    "has {has} fields, the header names {named}: put fields that hold the delimiter in quotes"
                ),
            );
        } else if cells.iter().any(|cell| cell.len() > TEXT_BYTES_MAX) {
            self.refuse(line, "an answer is longer than 1 MiB: add it as a file".into());
        } else {
            cells.resize(named, String::new());
            self.rows.push(FormRow { line, cells });
        }
        ControlFlow::Continue(())
    }

    fn refuse(&mut self, line: u32, reason: String) {
        self.problems.push(FormProblem { line, reason });
    }
}

/// The columns that have the same heading and say the same one thing of whose a row is or how long it took, as a sentence each:
/// of two names one would be put behind the other, of two addresses the first would be lost.
pub fn doubled(headers: &[String], uses: &[ColumnUse]) -> Vec<String> {
    let single = |used: &ColumnUse| !matches!(used, ColumnUse::Ignored | ColumnUse::Answer(_));
    let columns: Vec<(usize, String, &ColumnUse)> = (1..)
        .zip(headers.iter().zip(uses))
        .filter(|(_, (header, used))| single(used) && !header.is_empty())
        .map(|(place, (header, used))| (place, letters(header), used))
        .collect();
    let mut found = Vec::new();
    for (at, (place, key, used)) in columns.iter().enumerate() {
        let twin = columns[..at].iter().find(|(_, other, as_well)| other == key && as_well == used);
        if let Some((first, ..)) = twin {
            let header = &headers[place - 1];
            found.push(format!("two columns are called \"{header}\": column {first} and column {place}"));
        }
    }
    found
}

/// What a row says by its columns' uses. `headers` and `uses` go with the cells, one for each.
pub fn read_row(row: &FormRow, headers: &[String], uses: &[ColumnUse], questions: &[Question]) -> Entry {
    let mut entry = Entry::default();
    for ((cell, header), used) in row.cells.iter().zip(headers).zip(uses) {
        let text = tidy(cell.trim());
        if text.is_empty() {
            continue;
        }
        match used {
            ColumnUse::Ignored => {}
            ColumnUse::Name => entry.name = format!("{} {}", entry.name, one_line(&text)).trim().to_owned(),
            ColumnUse::Email => entry.email = one_line(&text),
            ColumnUse::Login => entry.login = login_of(&text),
            ColumnUse::Minutes => match minutes(&text) {
                Some(minutes) => entry.minutes = Some(minutes),
                None => entry.odd_minutes = Some(one_line(&text).chars().take(40).collect()),
            },
            ColumnUse::Answer(id) => entry.answers.push((question(id, header, questions), text)),
        }
    }
    entry
}

fn question(id: &str, header: &str, questions: &[Question]) -> Question {
    let known = questions.iter().find(|one| one.id == id).cloned();
    known.unwrap_or_else(|| Question { id: String::new(), title: header.to_owned() })
}

/// The login at the end of an address, or as it stands.
fn login_of(text: &str) -> String {
    let last = text.trim().trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    last.trim_start_matches('@').to_owned()
}

/// What the columns probably mean, by their headings: people look over it.
pub fn guess(headers: &[String], questions: &[Question]) -> Vec<ColumnUse> {
    let mut left: Vec<(usize, &Question)> = questions.iter().enumerate().collect();
    let mut uses = Vec::with_capacity(headers.len());
    for header in headers {
        let used = known(header).unwrap_or_else(|| match left.iter().position(|one| asks(header, *one)) {
            Some(at) => ColumnUse::Answer(left.remove(at).1.id.clone()),
            None if questions.is_empty() && header.chars().count() > 24 => ColumnUse::Answer(String::new()),
            None => ColumnUse::Ignored,
        });
        uses.push(used);
    }
    uses
}

fn known(header: &str) -> Option<ColumnUse> {
    let is = |words: &[&str]| words.contains(&letters(header).as_str());
    if is(&[
        "name",
        "fullname",
        "yourname",
        "candidate",
        "firstname",
        "lastname",
        "surname",
        "givenname",
        "familyname",
    ]) {
        Some(ColumnUse::Name)
    } else if is(&["email", "mail", "emailaddress", "youremail", "youremailaddress"]) {
        Some(ColumnUse::Email)
    } else if is(&["github", "githublogin", "githubusername", "login", "githubprofile", "githuburl"]) {
        Some(ColumnUse::Login)
    } else if heading::is_minutes(header) {
        Some(ColumnUse::Minutes)
    } else {
        None
    }
}

/// Whether a heading is that of a question: by its number in front, or by its title or id within.
fn asks(header: &str, (index, question): (usize, &Question)) -> bool {
    let number = header.trim_start_matches(|c: char| !c.is_ascii_digit());
    let number: String = number.chars().take_while(char::is_ascii_digit).collect();
    let numbered = header.trim().chars().next().is_some_and(|c| c.is_ascii_digit() || c == 'Q' || c == 'q');
    let found = letters(header);
    (numbered && number.parse() == Ok(index + 1))
        || found.contains(&letters(&question.title))
        || found == letters(&question.id)
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn one_line(text: &str) -> String {
    tidy(text).split_whitespace().collect::<Vec<_>>().join(" ")
}
