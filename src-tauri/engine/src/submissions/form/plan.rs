//! What becomes of every row: one plan for looking first and for doing.

use assay_domain::ids::AssessmentId;
use assay_domain::submission::{
    ColumnUse, Entry, Form, Origin, PartKind, Question, doubled, guess, read_row,
};
use rusqlite::{Connection, params};

use super::super::people::{Applicant, applicants, whose};
use super::super::sheets::{questions_of, role_of};
use super::super::write::{self, New, NewPart};
use super::{FormRowReport, RowOutcome, memory};
use crate::{EngineError, Result, Viewer, blind};

/// What to do about columns of one heading that would be joined.
pub(super) const TELL_APART: &str =
    "give them different headings in the file, or say that one of them is ignored";

/// What is to be done with every row.
pub(super) struct Plan {
    pub uses: Vec<ColumnUse>,
    pub questions: Vec<Question>,
    /// For each column whether its use is remembered.
    pub remembered: Vec<bool>,
    pub rows: Vec<Planned>,
}

/// A row with what it brings, if it comes in.
pub(super) struct Planned {
    pub report: FormRowReport,
    pub new: Option<New>,
}

impl Plan {
    /// What becomes of every row; `given` are the uses of the columns, where they are told.
    pub fn of(
        conn: &Connection,
        viewer: Viewer,
        assessment: AssessmentId,
        form: &Form,
        given: Option<&[ColumnUse]>,
    ) -> Result<Self> {
        let questions = questions_of(conn, assessment)?;
        let known = memory::of(conn, assessment)?;
        let (uses, remembered) = match given {
            Some(given) if given.len() == form.headers.len() => (given.to_vec(), Vec::new()),
            Some(given) => {
                let (has, told) = (form.headers.len(), given.len());
                return Err(EngineError::invalid(
                    format!("the file has {has} columns, and {told} are told"),
                    "Say for each column what it means.",
                ));
            }
            None => memory::applied(&known, &form.headers, guess(&form.headers, &questions)),
        };
        let all = applicants(conn, role_of(conn, assessment)?)?;
        // Whose a row is, is told by names and addresses: somebody who sees them takes the form in.
        let names = all.iter().map(|one| one.candidate);
        blind::ensure_named_all(
            conn,
            viewer,
            names,
            "looking for the people of a form among those who applied",
        )?;
        let mut rows: Vec<Planned> = Vec::new();
        for row in &form.rows {
            let entry = read_row(row, &form.headers, &uses, &questions);
            let planned = planned(conn, assessment, row.line, &entry, &all, &rows)?;
            rows.push(planned);
        }
        Ok(Self { uses, questions, remembered, rows })
    }

    /// Refuses where no column says whose a row is, none is an answer, or two of one heading would be joined.
    pub fn ensure_usable(&self, headers: &[String]) -> Result<()> {
        if let Some(twice) = doubled(headers, &self.uses).into_iter().next() {
            return Err(EngineError::invalid(twice, format!("Look at the file: {TELL_APART}.")));
        }
        let has = |is: fn(&ColumnUse) -> bool| self.uses.iter().any(is);
        let told = [
            (
                has(|used| matches!(used, ColumnUse::Name | ColumnUse::Email | ColumnUse::Login)),
                "whose a row is",
            ),
            (has(|used| matches!(used, ColumnUse::Answer(_))), "what was answered"),
        ];
        match told.iter().find(|(there, _)| !there) {
            Some((_, what)) => Err(EngineError::invalid(
                format!("no column says {what}"),
                "Say for each column what it means: a name, an address or a login, and at least one answer.",
            )),
            None => Ok(()),
        }
    }
}

fn planned(
    conn: &Connection,
    assessment: AssessmentId,
    line: u32,
    entry: &Entry,
    all: &[Applicant],
    before: &[Planned],
) -> Result<Planned> {
    let who = [&entry.name, &entry.email, &entry.login].into_iter().find(|text| !text.is_empty());
    let mut report = FormRowReport {
        line,
        who: who.cloned().unwrap_or_default(),
        candidate_id: None,
        candidate_name: String::new(),
        answers: u32::try_from(entry.answers.len()).unwrap_or(u32::MAX),
        minutes: entry.minutes,
        outcome: RowOutcome::Empty,
        reason: "it answers nothing".into(),
    };
    if entry.answers.is_empty() {
        return Ok(Planned { report, new: None });
    }
    let one = match whose(entry, all) {
        Ok(one) => one,
        Err((unclear, reason)) => {
            report.outcome = if unclear { RowOutcome::Unclear } else { RowOutcome::Nobody };
            report.reason = reason;
            return Ok(Planned { report, new: None });
        }
    };
    report.candidate_id = Some(one.candidate);
    report.candidate_name.clone_from(&one.name);
    let parts = entry
        .answers
        .iter()
        .map(|(question, text)| NewPart::text(PartKind::Answer, &question.id, &question.title, text));
    let new = New {
        application: one.application,
        assessment,
        origin: Origin::Form,
        minutes: entry.minutes,
        parts: parts.collect(),
    };
    let twice =
        before.iter().any(|row| row.new.as_ref().is_some_and(|new| new.application == one.application));
    (report.outcome, report.reason) = outcome(conn, &new, twice)?;
    if let Some(odd) = entry.odd_minutes.as_ref().filter(|_| entry.minutes.is_none()) {
        let told = format!("how long it took stays unknown: \"{odd}\" is not understood as minutes");
        report.reason =
            [report.reason, told].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ");
    }
    let new = (report.outcome == RowOutcome::Added).then_some(new);
    Ok(Planned { report, new })
}

fn outcome(conn: &Connection, new: &New, twice: bool) -> Result<(RowOutcome, String)> {
    if write::known(conn, new)?.is_some() {
        return Ok((RowOutcome::Known, "the same is here already".into()));
    }
    let other: bool = conn
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM submission WHERE application_id = ?1 AND assessment_id = ?2
             AND origin = 'form' AND removed_at IS NULL)",
        )?
        .query_row(params![new.application.0, new.assessment.0], |row| row.get(0))?;
    if twice || other {
        let reason =
            "other answers of theirs came from the form: remove those first, if these are the right ones";
        return Ok((RowOutcome::Differs, reason.into()));
    }
    Ok((RowOutcome::Added, String::new()))
}
