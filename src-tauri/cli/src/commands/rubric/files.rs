//! `assay rubric import`, `export` and `compare`.

use std::path::{Path, PathBuf};

use assay_domain::rubric::{ComparedPart, PartChange, TextChange};
use assay_engine::Done;
use assay_engine::rubrics::{self, RubricSummary};
use serde::Serialize;

use super::newest;
use crate::failure::Result;
use crate::output::{Answer, heading, indented};
use crate::session::Session;

/// A file that was not taken in.
#[derive(Serialize)]
struct Refused {
    path: String,
    message: String,
    hint: String,
}

/// Takes files in, one after the other, and says of each what became of it: one that is refused keeps no other out.
pub fn import(session: &Session, paths: &[PathBuf]) -> Result<Answer> {
    if let [path] = paths {
        let done = rubrics::import_file(&session.store, session.viewer, session.now(), path)?;
        let text = taken_in(&done);
        return Ok(Answer::of("rubrics", &[&done.value], text).with("changed", &done.changed));
    }
    let (mut taken, mut refused) = (Vec::new(), Vec::new());
    let (mut text, mut changed) = (String::new(), Vec::new());
    for path in paths {
        match rubrics::import_file(&session.store, session.viewer, session.now(), path) {
            Ok(done) => {
                text += &taken_in(&done);
                changed.extend(done.changed);
                taken.push(done.value);
            }
            Err(error) => {
                let path = path.display().to_string();
                text += &format!(
                    "{path} was not taken in:\n{}{}",
                    indented(&error.to_string()),
                    indented(&error.hint())
                );
                refused.push(Refused { path, message: error.to_string(), hint: error.hint() });
            }
        }
    }
    let answer = Answer::of("rubrics", &taken, text).with("refused", &refused).with("changed", &changed);
    Ok(answer.refused_if(!refused.is_empty()))
}

fn taken_in(done: &Done<RubricSummary>) -> String {
    let word = if done.changed.is_empty() { "was here already" } else { "is in the library" };
    format!("{}, version {}, {word}.\n", done.value.id, done.value.version)
}

/// Writes a version as a file that is not there yet.
pub fn export(session: &Session, id: &str, version: Option<u32>, path: &Path) -> Result<Answer> {
    let version = version.map_or_else(|| newest(session, id), Ok)?;
    rubrics::export_file(&session.store, session.viewer, id, version, path, false)?;
    let shown = path.display().to_string();
    Ok(Answer::of("path", &shown, format!("{id}, version {version}, stands in {shown}.")))
}

/// What differs.
pub fn compare(session: &Session, id: &str, from: u32, to: u32) -> Result<Answer> {
    let compared = rubrics::compare(&session.store, session.viewer, id, from, to)?;
    let mut text = format!("{id}: version {from} beside version {to}\n");
    text += &indented(&fields(&compared.head));
    for (title, parts) in [("Criteria", &compared.criteria), ("Red flags", &compared.red_flags)] {
        text += &heading(title);
        text += &indented(&parts.iter().map(part).collect::<String>());
    }
    Ok(Answer::of("comparison", &compared, text))
}

fn part(one: &ComparedPart) -> String {
    let word = match one.change {
        PartChange::Same => "unchanged",
        PartChange::Changed => "changed",
        PartChange::Added => "new",
        PartChange::Removed => "taken out",
    };
    let below =
        if one.change == PartChange::Changed { indented(&fields(&one.fields)) } else { String::new() };
    format!("{} ({}): {word}\n{below}", one.title, one.id)
}

fn fields(fields: &[TextChange]) -> String {
    let line = |one: &TextChange| format!("{}\n  - {}\n  + {}\n", one.field, one.before, one.after);
    fields.iter().map(line).collect()
}
