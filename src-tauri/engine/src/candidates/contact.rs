//! Do-not-contact: setting the mark, taking it off, and what it forbids.

use assay_domain::assessment::AssessmentKind;
use assay_domain::contact::{ContactProblem, DoNotContactInput, check_stage};
use assay_domain::ids::{ApplicationId, CandidateId};
use assay_domain::stage::Stage;
use rusqlite::{Connection, OptionalExtension as _, params};
use serde::Serialize;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{CandidateDetail, exists, show};
use crate::journal::Entry;
use crate::store::column::word;
use crate::store::{Done, Noun, Op, Tx};
use crate::{Ask, EngineError, Instant, Result, Store, Viewer, blind};

const MARK: Op = Op("candidate.do-not-contact");
const UNMARK: Op = Op("candidate.may-contact");

/// The mark on a candidate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct DoNotContact {
    /// Since when.
    pub at: Instant,
    /// Name of whoever set it; `None` where the program recognised somebody who was erased with it.
    pub by: Option<String>,
    /// Why.
    pub reason: String,
    /// How the request came; may be empty.
    pub request: String,
}

impl From<ContactProblem> for EngineError {
    fn from(problem: ContactProblem) -> Self {
        let hint = match &problem {
            ContactProblem::Marked => {
                return EngineError::asks(
                    problem.to_string(),
                    "Take the mark off the candidate if it no longer holds, or say why this is done despite it.",
                    Ask::DespiteMark,
                );
            }
            ContactProblem::Interview => {
                return EngineError::conflict(
                    problem.to_string(),
                    "Take the mark off the candidate if it no longer holds, or move the application despite it, saying why. \
                     A portfolio review can be assigned: it asks nothing of them.",
                );
            }
            ContactProblem::NoReason => "Say in a sentence why; it stands with the mark.",
            ContactProblem::TooLong(_) => "Shorten it.",
        };
        EngineError::invalid(problem.to_string(), hint)
    }
}

/// Marks a candidate as not to be contacted, or says anew why and how the request came.
///
/// Errors: [`EngineError::NotFound`]; [`EngineError::Conflict`] where there is a mark already, whose words are hidden from the
/// viewer.
pub fn mark(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    candidate: CandidateId,
    input: DoNotContactInput,
) -> Result<Done<CandidateDetail>> {
    let input = input.checked()?;
    let done = store.transact(MARK, viewer, at, |tx| {
        exists(tx, candidate)?;
        let before = stored(tx, candidate)?;
        let (mut reason, mut request) = (input.reason, input.request);
        if let Some(before) = &before {
            blind::ensure_named(tx, viewer, candidate)?;
            let over = blind::Over::of(tx, viewer)?;
            reason = over.text("the reason", &reason, &before.reason)?;
            request = over.text("the request", &request, &before.request)?;
        }
        let after = Stored { at, person: Some(viewer.0.0), reason, request };
        write(tx, candidate, Some(&after))?;
        let payload =
            json!({"reason": after.reason, "request": after.request, "before": before.map(Value::from)});
        tx.record(Noun::Candidate, candidate.0, &[], &payload)
    })?;
    done.try_map(|()| show(store, viewer, at, candidate))
}

/// Takes the mark off, with a reason.
///
/// Errors: [`EngineError::Invalid`] without a reason; [`EngineError::Conflict`] where there is no mark.
pub fn unmark(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    candidate: CandidateId,
    reason: &str,
) -> Result<Done<CandidateDetail>> {
    let reason = DoNotContactInput { reason: reason.into(), request: String::new() }.checked()?.reason;
    let done = store.transact(UNMARK, viewer, at, |tx| {
        exists(tx, candidate)?;
        let before = stored(tx, candidate)?.ok_or_else(|| {
            EngineError::conflict(
                "this candidate has no do-not-contact mark",
                "There is nothing to take off.",
            )
        })?;
        write(tx, candidate, None)?;
        let payload = json!({"reason": reason, "before": Value::from(before)});
        tx.record(Noun::Candidate, candidate.0, &[], &payload)
    })?;
    done.try_map(|()| show(store, viewer, at, candidate))
}

/// The mark of a candidate, where there is one.
pub(super) fn of(conn: &Connection, candidate: CandidateId) -> Result<Option<DoNotContact>> {
    let found = conn
        .prepare_cached(
            "SELECT d.at, p.name, d.reason, d.request FROM do_not_contact AS d
             LEFT JOIN person AS p ON p.id = d.person_id WHERE d.candidate_id = ?1",
        )?
        .query_row([candidate.0], |row| {
            Ok(DoNotContact { at: row.get(0)?, by: row.get(1)?, reason: row.get(2)?, request: row.get(3)? })
        })
        .optional()?;
    Ok(found)
}

/// Refuses to bring an application of a marked candidate where that means getting in touch, unless it is said why.
pub(crate) fn allow_stage(
    conn: &Connection,
    candidate: CandidateId,
    to: Stage,
    despite: Option<&str>,
) -> Result<()> {
    match stored(conn, candidate)? {
        Some(_) => Ok(check_stage(to, despite)?),
        None => Ok(()),
    }
}

/// Refuses to ask something of a marked candidate, but where their application came into its stage despite the mark: then it
/// was said why. A portfolio review asks nothing of them.
pub(crate) fn allow_interview(
    conn: &Connection,
    application: ApplicationId,
    kind: AssessmentKind,
) -> Result<()> {
    let (candidate, stage, since): (Uuid, Stage, Instant) = conn
        .prepare_cached("SELECT candidate_id, stage, since FROM application WHERE id = ?1")?
        .query_row([application.0], |row| Ok((row.get(0)?, word(row, "stage")?, row.get(2)?)))?;
    let Some(mark) = stored(conn, CandidateId(candidate))? else { return Ok(()) };
    let said_why = stage.means_contact() && since >= mark.at;
    if said_why || kind == AssessmentKind::PortfolioReview {
        return Ok(());
    }
    Err(ContactProblem::Interview.into())
}

/// The mark as its row has it.
pub(super) struct Stored {
    pub(super) at: Instant,
    pub(super) person: Option<Uuid>,
    pub(super) reason: String,
    pub(super) request: String,
}

impl From<Stored> for Value {
    fn from(mark: Stored) -> Self {
        json!({"at": mark.at, "person": mark.person, "reason": mark.reason, "request": mark.request})
    }
}

/// The mark of a candidate as it is stored.
pub(super) fn stored(conn: &Connection, candidate: CandidateId) -> Result<Option<Stored>> {
    let found = conn
        .prepare_cached("SELECT at, person_id, reason, request FROM do_not_contact WHERE candidate_id = ?1")?
        .query_row([candidate.0], |row| {
            Ok(Stored { at: row.get(0)?, person: row.get(1)?, reason: row.get(2)?, request: row.get(3)? })
        })
        .optional()?;
    Ok(found)
}

/// Stores the mark, or takes it away.
pub(super) fn write(tx: &Connection, candidate: CandidateId, mark: Option<&Stored>) -> Result<()> {
    match mark {
        Some(mark) => tx.execute(
            "INSERT OR REPLACE INTO do_not_contact (candidate_id, at, person_id, reason, request) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![candidate.0, mark.at, mark.person, mark.reason, mark.request],
        )?,
        None => tx.execute("DELETE FROM do_not_contact WHERE candidate_id = ?1", [candidate.0])?,
    };
    Ok(())
}

/// Undo of setting or taking off: the mark as it stood before, or none.
pub(crate) fn undo_mark(tx: &Tx<'_>, entry: &Entry) -> Result<()> {
    let candidate = CandidateId(entry.subject);
    let Some(before) = entry.payload.get("before").filter(|before| !before.is_null()) else {
        return write(tx, candidate, None);
    };
    let text = |field: &str| before.get(field).and_then(Value::as_str).unwrap_or_default().to_owned();
    let mark = Stored {
        at: serde_json::from_value(before.get("at").cloned().unwrap_or_default())?,
        person: text("person").parse().ok(),
        reason: text("reason"),
        request: text("request"),
    };
    write(tx, candidate, Some(&mark))
}
