//! Rubrics as files and as text that is being edited.

use std::path::Path;

use assay_domain::problem::{Problem, usable};
use assay_domain::rubric::Rubric;
use rusqlite::Connection;
use serde::Serialize;

use super::{RubricSummary, all, competencies, find, keep};
use crate::store::Done;
use crate::{EngineError, Instant, Result, Store, Viewer, files};

/// Largest file that is read, in bytes: far above any real rubric.
const MOST_BYTES: u64 = 1024 * 1024;

/// What there is to say about a text that is being edited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct CheckedText {
    /// Everything wrong or questionable, each with its line; questions do not keep it from being stored.
    pub problems: Vec<Problem>,
    /// The rubric that it is, where nothing stops its use.
    pub rubric: Option<Rubric>,
}

/// A version as a TOML file.
pub fn text(store: &Store, viewer: Viewer, id: &str, version: u32) -> Result<String> {
    store.read(viewer, |conn| Ok(find(conn, id, version)?.to_toml()))
}

/// A version as a TOML text to edit: with the next free number, because a version never changes.
pub fn text_to_edit(store: &Store, viewer: Viewer, id: &str, version: u32) -> Result<String> {
    store.read(viewer, |conn| {
        let next = newest(conn, id)?.saturating_add(1);
        Ok(Rubric { version: next, ..find(conn, id, version)? }.to_toml())
    })
}

/// Checks a text, also against the versions that there are. Changes nothing.
pub fn check_text(store: &Store, viewer: Viewer, text: &str, file: &str) -> Result<CheckedText> {
    let mut problems = Rubric::check_file(text, file, competencies()?);
    let rubric = Rubric::parse(text, file).ok().filter(|_| usable(&problems));
    if let Some(rubric) = &rubric {
        problems.extend(store.read(viewer, |conn| taken(conn, rubric, text, file))?);
    }
    let rubric = rubric.filter(|_| usable(&problems));
    Ok(CheckedText { problems, rubric })
}

/// Takes a rubric in from its text; `file` names it in what is said about it. The same version again changes nothing.
///
/// Errors: [`EngineError::Invalid`] with every problem, its file and line; [`EngineError::Conflict`] where this version is here
/// with another text.
pub fn import_text(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    text: &str,
    file: &str,
) -> Result<Done<RubricSummary>> {
    let problems = Rubric::check_file(text, file, competencies()?);
    if !usable(&problems) {
        let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
        return Err(EngineError::invalid(
            told.join("\n"),
            "Nothing of this file was taken in. Mend it and try again.",
        ));
    }
    let rubric = Rubric::parse(text, file)
        .map_err(|problems| EngineError::Defect(format!("{file} was good and is not: {problems:?}")))?;
    keep(store, viewer, at, &rubric)
}

/// [`import_text`] of a file.
///
/// Errors: besides those, [`EngineError::File`] where it cannot be read, [`EngineError::Invalid`] where it is no text or too
/// large.
pub fn import_file(store: &Store, viewer: Viewer, at: Instant, path: &Path) -> Result<Done<RubricSummary>> {
    let about = || EngineError::reading(path);
    if std::fs::metadata(path).map_err(about())?.len() > MOST_BYTES {
        return Err(EngineError::invalid(
            format!("{} is larger than 1 MiB", path.display()),
            "Rubrics are small texts: is it the right file?",
        ));
    }
    let bytes = std::fs::read(path).map_err(about())?;
    let text = String::from_utf8(bytes).map_err(|_| {
        EngineError::invalid(
            format!("{} is not text in UTF-8", path.display()),
            "Save it as UTF-8, or choose another file.",
        )
    })?;
    import_text(store, viewer, at, &text, &path.display().to_string())
}

/// Writes a version as a TOML file. An existing file is replaced only where `replace` says so.
///
/// Errors: [`EngineError::NotFound`] for a version that there is not, [`EngineError::Conflict`] for a file that is there,
/// [`EngineError::File`] where it cannot be written.
pub fn export_file(
    store: &Store,
    viewer: Viewer,
    id: &str,
    version: u32,
    path: &Path,
    replace: bool,
) -> Result<()> {
    let text = text(store, viewer, id, version)?;
    files::write(path, text.as_bytes(), replace)
}

/// An error where the version is here with another text.
fn taken(conn: &Connection, rubric: &Rubric, text: &str, file: &str) -> Result<Vec<Problem>> {
    let same_version =
        all(conn)?.into_iter().find(|one| one.id == rubric.id && one.version == rubric.version);
    if same_version.is_none_or(|known| known.canonical() == rubric.canonical()) {
        return Ok(Vec::new());
    }
    let next = newest(conn, &rubric.id)?.saturating_add(1);
    Ok(rubric.version_taken(next, text, file))
}

fn newest(conn: &Connection, id: &str) -> Result<u32> {
    Ok(all(conn)?.iter().filter(|one| one.id == id).map(|one| one.version).max().unwrap_or(0))
}
