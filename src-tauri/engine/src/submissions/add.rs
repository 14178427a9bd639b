//! Adding what a candidate handed in: pasted answers, a pasted text, files and folders.

use std::path::PathBuf;

use assay_domain::ids::{ApplicationId, AssessmentId, SubmissionId};
use assay_domain::submission::{
    ALL_BYTES_MAX, MINUTES_MAX, Origin, PARTS_MAX, PartKind, TEXT_BYTES_MAX, tidy,
};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};

use super::write::{self, New, NewPart};
use super::{Submission, files, questions_of, read};
use crate::store::{Done, Op};
use crate::{EngineError, Instant, Result, Store, Viewer};

const ADD: Op = Op("submission.add");

/// What a candidate handed in, as it is given.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct NewSubmission {
    /// The application.
    pub application_id: ApplicationId,
    /// The assessment, of the application's role.
    pub assessment_id: AssessmentId,
    /// How long it took, if it was told.
    pub minutes: Option<u32>,
    /// Answers; empty ones are left out.
    pub answers: Vec<NewAnswer>,
    /// A text of its own, or empty.
    pub text: String,
    /// Files and folders on this machine.
    pub paths: Vec<String>,
}

/// An answer, as it is given.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct NewAnswer {
    /// Id of the kit's question; empty for one of one's own.
    pub question: String,
    /// The question in words.
    pub title: String,
    /// The answer.
    pub text: String,
}

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum FileOutcome {
    /// Its text is here.
    Taken,
    /// Its name, size and digest are here.
    Named,
    /// Nothing of it is here.
    Refused,
}

/// A file, or a folder that was passed by, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct FileReport {
    /// Its name inside what was handed in.
    pub name: String,
    /// What became of it.
    pub outcome: FileOutcome,
    /// Why; empty where its text was taken.
    pub reason: String,
}

/// What adding did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct AddedSubmission {
    /// What is there now.
    pub submission: Submission,
    /// Whether it was there already: then nothing changed.
    pub known: bool,
    /// What became of each file.
    pub files: Vec<FileReport>,
}

/// Adds a submission. What cannot be taken of the files is told; the rest comes in. The same again changes nothing.
///
/// Errors: [`EngineError::Invalid`] where there is nothing in it, or too much, or an answer is to a question that the kit does
/// not ask; [`EngineError::NotFound`];
/// [`EngineError::Conflict`] where the assessment is not one of the application's role.
pub fn add(store: &Store, viewer: Viewer, at: Instant, new: &NewSubmission) -> Result<Done<AddedSubmission>> {
    let paths: Vec<PathBuf> = new.paths.iter().map(PathBuf::from).collect();
    let (found, reports) = files::gather(&paths)?;
    let mut parts = written(new)?;
    parts.extend(found);
    ensure_some(&parts, &reports)?;
    let minutes = checked_minutes(new.minutes)?;
    let done = store.transact(ADD, viewer, at, |tx| {
        write::ensure_of_role(tx, new.application_id, new.assessment_id)?;
        ensure_asked(tx, new)?;
        let made = New {
            application: new.application_id,
            assessment: new.assessment_id,
            origin: Origin::ByHand,
            minutes,
            parts,
        };
        write::insert(tx, at, viewer, &made)
    })?;
    done.try_map(|(id, known)| {
        let submission = store.read(viewer, |conn| read::get(conn, SubmissionId(id)))?;
        Ok(AddedSubmission { submission, known, files: reports })
    })
}

/// The pasted answers and the pasted text.
fn written(new: &NewSubmission) -> Result<Vec<NewPart>> {
    let answer =
        |one: &NewAnswer| NewPart::text(PartKind::Answer, &one.question, &tidy(&one.title), &tidy(&one.text));
    let answers = new.answers.iter().filter(|one| !one.text.trim().is_empty()).map(answer);
    let text = Some(tidy(&new.text)).filter(|text| !text.trim().is_empty());
    let text = text.map(|text| NewPart::text(PartKind::Text, "", "Text", &text));
    let parts: Vec<NewPart> = answers.chain(text).collect();
    if let Some(long) = parts.iter().find(|part| part.body.len() > TEXT_BYTES_MAX) {
        return Err(EngineError::invalid(
            format!("\"{}\" is longer than 1 MiB", long.title),
            "Add it as a file: a long one is kept by name, size and digest.",
        ));
    }
    Ok(parts)
}

/// Refuses an answer to a question that the assessment's kit does not ask: no marking would ever show it.
fn ensure_asked(conn: &Connection, new: &NewSubmission) -> Result<()> {
    let named = || new.answers.iter().map(|one| one.question.as_str()).filter(|id| !id.is_empty());
    if named().next().is_none() {
        return Ok(());
    }
    let asked = questions_of(conn, new.assessment_id)?;
    match named().find(|id| !asked.iter().any(|one| one.id == *id)) {
        None => Ok(()),
        Some(unknown) => {
            let known: Vec<&str> = asked.iter().map(|one| one.id.as_str()).collect();
            let hint = match known.as_slice() {
                [] => "This assessment's kit asks none: leave the question's id out, and give it in words."
                    .into(),
                known => format!("Its questions are {}; a question of your own has no id.", known.join(", ")),
            };
            Err(EngineError::invalid(format!("the assessment asks no question \"{unknown}\""), hint))
        }
    }
}

fn ensure_some(parts: &[NewPart], reports: &[FileReport]) -> Result<()> {
    if parts.is_empty() {
        let first = reports.iter().find(|one| one.outcome == FileOutcome::Refused);
        let why = first.map_or_else(String::new, |one| format!(": {}: {}", one.name, one.reason));
        return Err(EngineError::invalid(
            format!("there is nothing to add{why}"),
            "Paste an answer or a text, or choose files.",
        ));
    }
    let bytes: usize = parts.iter().map(|part| part.body.len()).sum();
    if bytes > ALL_BYTES_MAX || parts.len() > PARTS_MAX {
        return Err(EngineError::invalid(
            format!("{} parts with {bytes} bytes; {PARTS_MAX} and {ALL_BYTES_MAX} are the most", parts.len()),
            "Add what is to be read, and leave out what tools made.",
        ));
    }
    Ok(())
}

fn checked_minutes(minutes: Option<u32>) -> Result<Option<u32>> {
    match minutes {
        Some(long) if long > MINUTES_MAX => Err(EngineError::invalid(
            format!("{long} minutes are more than two weeks"),
            "Give how long the candidate worked on it, in minutes, or leave it out.",
        )),
        other => Ok(other),
    }
}
