//! Taking in the export of a form: a row for each candidate, its columns mapped once. Looking first and doing are one plan.

mod memory;
mod plan;

use std::path::Path;

use assay_domain::decode::Decoded;
use assay_domain::ids::{AssessmentId, CandidateId, SubmissionId};
use assay_domain::submission::{ALL_BYTES_MAX, ColumnUse, Form, FormProblem, FormRow, Question, doubled};
use serde::Serialize;

use self::plan::Plan;
use super::write;
use crate::store::{Done, Op};
use crate::{EngineError, Instant, Result, Store, Viewer, text_file};

const FORM: Op = Op("submission.form");

/// A column of an export.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct FormColumn {
    /// Its heading.
    pub header: String,
    /// The first field in it that is not empty, cut short.
    pub example: String,
    /// What it means.
    pub used: ColumnUse,
    /// Whether that is remembered from an earlier export of this assessment; else it is given or guessed.
    pub remembered: bool,
}

/// What becomes of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum RowOutcome {
    /// It comes in.
    Added,
    /// The same is here already.
    Known,
    /// Another row of this person was taken for this assessment.
    Differs,
    /// It is nobody's who applied for the role.
    Nobody,
    /// Several people could be meant.
    Unclear,
    /// It answers nothing.
    Empty,
}

/// A row, whose it is, and what becomes of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct FormRowReport {
    /// Its line in the file, from 1.
    pub line: u32,
    /// Whom it names, as it stands there.
    pub who: String,
    /// Whose it is.
    pub candidate_id: Option<CandidateId>,
    /// Their name; empty where it is nobody's.
    pub candidate_name: String,
    /// How many answers it has.
    pub answers: u32,
    /// How long it took; `None` where it does not say.
    pub minutes: Option<u32>,
    /// What becomes of it.
    pub outcome: RowOutcome,
    /// Why, and what to do; empty where there is nothing to say.
    pub reason: String,
}

/// What an export would bring.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct FormPreview {
    /// Its columns with what they mean: as given, else as remembered, else as guessed.
    pub columns: Vec<FormColumn>,
    /// The questions that a column can answer.
    pub questions: Vec<Question>,
    /// Whether the meaning of any column is remembered from an earlier export of this assessment.
    pub remembered: bool,
    /// Its rows.
    pub rows: Vec<FormRowReport>,
    /// Headings of the columns that hold something and are ignored.
    pub ignored: Vec<String>,
    /// Rows that cannot be read, and columns of one heading that would be joined.
    pub problems: Vec<FormProblem>,
    /// What is to be said of how the file was saved; empty where nothing is.
    pub encoding: String,
}

/// What an import of an export did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct FormReport {
    /// How many came in.
    pub added: u32,
    /// What became of each row.
    pub rows: Vec<FormRowReport>,
    /// Headings of the columns that hold something and were ignored.
    pub ignored: Vec<String>,
    /// Rows that cannot be read.
    pub problems: Vec<FormProblem>,
    /// What is to be said of how the file was saved; empty where nothing is.
    pub encoding: String,
    /// What came in.
    pub submission_ids: Vec<SubmissionId>,
}

/// Reads an export without taking it. `uses`: what each column means, in their order, where it is given.
///
/// Errors: [`EngineError::File`]; [`EngineError::Invalid`] where it is no table, or the uses do not go with its columns;
/// [`EngineError::Conflict`] where the viewer is blind to somebody who applied.
pub fn preview_form(
    store: &Store,
    viewer: Viewer,
    assessment: AssessmentId,
    path: &Path,
    uses: Option<&[ColumnUse]>,
) -> Result<FormPreview> {
    let (form, encoding) = read(path)?;
    store.read(viewer, |conn| {
        let plan = Plan::of(conn, viewer, assessment, &form, uses)?;
        let columns = form.headers.iter().enumerate().map(|(at, header)| FormColumn {
            header: header.clone(),
            example: example(&form.rows, at),
            used: plan.uses.get(at).cloned().unwrap_or(ColumnUse::Ignored),
            remembered: plan.remembered.get(at).copied().unwrap_or_default(),
        });
        let twice = doubled(&form.headers, &plan.uses);
        Ok(FormPreview {
            columns: columns.collect(),
            rows: plan.rows.iter().map(|row| row.report.clone()).collect(),
            questions: plan.questions,
            remembered: plan.remembered.contains(&true),
            ignored: ignored(&form, &plan.uses),
            problems: twice.iter().map(|what| told(what)).chain(form.problems.clone()).collect(),
            encoding: encoding.into(),
        })
    })
}

/// Takes an export in, and remembers what its columns mean. Rows that cannot be taken are told; the same export again changes
/// nothing.
///
/// Errors as [`preview_form`]; and [`EngineError::Invalid`] where no column says whose a row is, none is an answer, or two of one
/// heading would be joined.
pub fn import_form(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    assessment: AssessmentId,
    path: &Path,
    uses: Option<&[ColumnUse]>,
) -> Result<Done<FormReport>> {
    let (form, encoding) = read(path)?;
    let done = store.transact(FORM, viewer, at, |tx| {
        let plan = Plan::of(tx, viewer, assessment, &form, uses)?;
        plan.ensure_usable(&form.headers)?;
        let mut report = FormReport {
            added: 0,
            rows: Vec::new(),
            ignored: ignored(&form, &plan.uses),
            problems: form.problems.clone(),
            encoding: encoding.into(),
            submission_ids: Vec::new(),
        };
        for row in plan.rows {
            report.rows.push(row.report);
            if let Some(new) = row.new {
                let (id, _) = write::insert(tx, at, viewer, &new)?;
                report.submission_ids.push(SubmissionId(id));
                report.added += 1;
            }
        }
        if report.added > 0 {
            memory::keep(tx, at, assessment, &form.headers, &plan.uses)?;
        }
        Ok(report)
    })?;
    Ok(done)
}

fn read(path: &Path) -> Result<(Form, &'static str)> {
    let Decoded { text, remark } = text_file::read(path, ALL_BYTES_MAX)?;
    let hint = "Export the form's answers as CSV, with its headings in the first line.";
    let form = Form::parse(&text);
    if let Some(problem) = form.problems.first().filter(|_| form.headers.is_empty()) {
        return Err(EngineError::invalid(
            format!("{} cannot be read: {}", path.display(), problem.reason),
            hint,
        ));
    }
    if form.headers.is_empty() {
        return Err(EngineError::invalid(format!("{} is empty", path.display()), hint));
    }
    Ok((form, remark))
}

fn told(what: &str) -> FormProblem {
    FormProblem { line: 1, reason: format!("{what}; {}", plan::TELL_APART) }
}

fn ignored(form: &Form, uses: &[ColumnUse]) -> Vec<String> {
    let columns = form.headers.iter().zip(uses).enumerate();
    let left = columns
        .filter(|(at, (_, used))| **used == ColumnUse::Ignored && !example(&form.rows, *at).is_empty());
    left.map(|(_, (header, _))| header.clone()).collect()
}

fn example(rows: &[FormRow], column: usize) -> String {
    let cells = rows.iter().filter_map(|row| row.cells.get(column)).map(|cell| cell.trim());
    let first = cells.filter(|cell| !cell.is_empty()).map(str::to_owned).next().unwrap_or_default();
    first.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(80).collect()
}
