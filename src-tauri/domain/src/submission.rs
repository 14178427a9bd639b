//! Submissions: a candidate's own work for an assessment, in parts that can be cited: answers, a text, files.

mod form;
mod minutes;
mod name;
mod part;
mod text;

pub use form::{ColumnUse, Entry, Form, FormProblem, FormRow, ROWS_MAX, doubled, guess, read_row};
pub use minutes::{MINUTES_MAX, minutes};
pub use name::{BadName, file_name};
pub use part::{address, line_count, lines};
pub use text::tidy;

use serde::{Deserialize, Serialize};

use crate::assessment::AssessmentKind;
use crate::kit::Kit;
use crate::words::words;

/// Most bytes of one text: what is longer is nobody's answer, and nobody reads it.
pub const TEXT_BYTES_MAX: usize = 1024 * 1024;
/// Most bytes of all texts of a submission.
pub const ALL_BYTES_MAX: usize = 8 * 1024 * 1024;
/// Most parts of a submission.
pub const PARTS_MAX: usize = 500;

words! {
    /// What a part of a submission is.
    PartKind, "kind of part" {
        /// The answer to one question.
        Answer = "answer",
        /// A text of its own: a review, a design, a pasted answer.
        Text = "text",
        /// A file with its text.
        File = "file",
        /// A file of which only name, size and digest are kept: it is no text, or too long.
        Named = "named",
    }
}

words! {
    /// How a submission came in.
    Origin, "origin" {
        /// Pasted, or chosen as files.
        ByHand = "by-hand",
        /// A row of a form's export.
        Form = "form",
    }
}

/// A question that a candidate answers in writing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Question {
    /// Stable name inside the kit.
    pub id: String,
    /// Name for people.
    pub title: String,
}

/// The questions of a kit, in their order: what its marking sheet marks question by question. None but for a questionnaire.
pub fn questions(kit: &Kit) -> Vec<Question> {
    let asked = kit.marking.iter().filter(|line| {
        kit.kind == AssessmentKind::Questionnaire && line.place.trim_start().starts_with("question")
    });
    asked.map(|line| Question { id: line.id.clone(), title: line.title.clone() }).collect()
}

#[cfg(test)]
mod tests;
