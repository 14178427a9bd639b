//! What is wrong in a data file or in something being edited: what, where, why, and what to do (law 11).

use std::fmt;

use serde::Serialize;

/// Whether a [`Problem`] stops the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// It cannot be used like this.
    Error,
    /// It can be used, but somebody should say that it is meant.
    Question,
}

/// One thing that is wrong or questionable.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Problem {
    /// The file as the user named it; empty where something is checked that never was a file.
    pub file: String,
    /// The line in it, from 1; 0 where there is no file.
    pub line: u32,
    /// The place in the data, as keys and indices from 0 with dots between: `criteria.2.anchors.4`.
    pub at: String,
    /// What is wrong, and why that matters.
    pub what: String,
    /// What to do about it.
    pub todo: String,
    /// Whether it stops the work.
    pub severity: Severity,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.line > 0 {
            write!(f, "{}:{}: ", self.file, self.line)?;
        } else if !self.file.is_empty() {
            write!(f, "{}: ", self.file)?;
        }
        write!(f, "{} {}", self.what, self.todo)
    }
}

/// Whether none of the problems stops the work.
pub fn usable(problems: &[Problem]) -> bool {
    problems.iter().all(|problem| problem.severity != Severity::Error)
}

/// Collects problems while something is checked.
#[derive(Debug, Default)]
pub(crate) struct Findings(Vec<Problem>);

impl Findings {
    /// Adds an error at a place in the data.
    pub(crate) fn error(&mut self, at: impl fmt::Display, what: impl Into<String>, todo: impl Into<String>) {
        self.add(at, what.into(), todo.into(), Severity::Error);
    }

    /// Adds a question at a place in the data.
    pub(crate) fn question(
        &mut self,
        at: impl fmt::Display,
        what: impl Into<String>,
        todo: impl Into<String>,
    ) {
        self.add(at, what.into(), todo.into(), Severity::Question);
    }

    fn add(&mut self, at: impl fmt::Display, what: String, todo: String, severity: Severity) {
        self.0.push(Problem { file: String::new(), line: 0, at: at.to_string(), what, todo, severity });
    }

    /// An error if the text is empty.
    pub(crate) fn text(&mut self, at: impl fmt::Display, name: &str, text: &str) {
        if text.trim().is_empty() {
            self.error(at, format!("{name} is empty."), "Write it, in a sentence of its own.");
        }
    }

    /// An error if a list is empty or holds an empty text.
    pub(crate) fn texts(&mut self, at: impl fmt::Display, name: &str, texts: &[String]) {
        if texts.is_empty() {
            self.error(&at, format!("{name}: the list is empty."), "Write at least one entry.");
        }
        for (index, text) in texts.iter().enumerate() {
            self.text(format_args!("{at}.{index}"), &format!("Entry {} of {name}", index + 1), text);
        }
    }

    /// An error if the text is no slug.
    pub(crate) fn slug(&mut self, at: impl fmt::Display, name: &str, text: &str) {
        if !crate::slug::is_slug(text) {
            self.error(
                at,
                format!("{name} \"{text}\" is not a slug."),
                "Use lower-case letters, digits and single hyphens between them, like \"api-design\".",
            );
        }
    }

    /// Errors for every slug that stands there a second time.
    pub(crate) fn unique<'a>(&mut self, list: &str, key: &str, slugs: impl Iterator<Item = &'a str>) {
        let mut seen = std::collections::BTreeSet::new();
        for (index, slug) in slugs.enumerate() {
            if !seen.insert(slug) {
                self.error(
                    format_args!("{list}.{index}.{key}"),
                    format!("\"{slug}\" stands twice in {list}."),
                    format!("Give each entry its own {key}."),
                );
            }
        }
    }

    /// What was found, in the order in which it was.
    pub(crate) fn into_problems(self) -> Vec<Problem> {
        self.0
    }
}
