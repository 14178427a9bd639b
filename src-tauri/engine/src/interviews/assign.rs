//! Assigning interviews, and handing them on.

use assay_domain::ids::{ApplicationId, AssessmentId, InterviewId, PersonId, RoleId};
use assay_domain::stage::Stage;
use rusqlite::{Connection, OptionalExtension as _, params};
use uuid::Uuid;

use super::{Interview, InterviewState, NewInterview, PanelPick, get, when};
use crate::store::column::word;
use crate::store::{Done, Noun, Op, Tx};
use crate::{EngineError, Instant, Result, Store, Viewer, candidates, independence, people, plans};

const ASSIGN: Op = Op("interview.assign");
const REASSIGN: Op = Op("interview.reassign");

/// Assigns an assessment of an application to a person. From then on the application's ratings are closed to them; if they
/// have read some before, the interview says "not independent" for ever.
///
/// Errors: [`EngineError::Conflict`] where the application has ended, the person is archived or has the same assessment
/// there already, and for a candidate who is not to be contacted; [`EngineError::Invalid`] for a wrong time or an assessment that the present plan does not have.
pub fn assign(store: &Store, viewer: Viewer, at: Instant, new: &NewInterview) -> Result<Done<Interview>> {
    let done = store.transact(ASSIGN, viewer, at, |tx| assign_in(tx, at, new))?;
    done.try_map(|id| store.read(viewer, |conn| get(conn, viewer, id)))
}

/// Assigns several assessments of one application in one action, which one undo takes back. All of them or none.
///
/// Errors: as [`assign`]; [`EngineError::Invalid`] where nothing is to be assigned.
pub fn assign_panel(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    application: ApplicationId,
    picks: &[PanelPick],
) -> Result<Done<Vec<Interview>>> {
    if picks.is_empty() {
        return Err(EngineError::invalid(
            "there is nobody to assign",
            "Choose a person for at least one assessment, or name a panel in the plan.",
        ));
    }
    let done = store.transact(ASSIGN, viewer, at, |tx| {
        let new = |pick: &PanelPick| NewInterview {
            application_id: application,
            assessment_id: pick.assessment_id,
            person_id: pick.person_id,
            starts_local: None,
            zone: None,
        };
        picks.iter().map(|pick| assign_in(tx, at, &new(pick))).collect::<Result<Vec<_>>>()
    })?;
    done.try_map(|ids| store.read(viewer, |conn| ids.into_iter().map(|id| get(conn, viewer, id)).collect()))
}

fn assign_in(tx: &mut Tx<'_>, at: Instant, new: &NewInterview) -> Result<InterviewId> {
    let (starts, zone) = when::agreed(new.starts_local.as_deref(), new.zone.as_deref())?.unzip();
    let id = InterviewId(Uuid::now_v7());
    let role = ensure_active(tx, new.application_id)?;
    let plan = plans::current(tx, role)?;
    let assessment = plan.assessments.iter().find(|one| one.id == new.assessment_id).ok_or_else(|| {
        EngineError::invalid(
            "the role's plan does not have this assessment",
            "Choose one of the present plan.",
        )
    })?;
    candidates::allow_interview(tx, new.application_id, assessment.kind)?;
    people::active(tx, new.person_id)?;
    ensure_single(tx, new.application_id, new.assessment_id, new.person_id)?;
    let independent = !independence::is_exposed(tx, new.person_id, new.application_id)?;
    tx.execute(
        "INSERT INTO interview (id, application_id, assessment_id, person_id, state, independent, starts_local,
            zone, assigned_at) VALUES (?1, ?2, ?3, ?4, 'open', ?5, ?6, ?7, ?8)",
        params![
            id.0,
            new.application_id.0,
            new.assessment_id.0,
            new.person_id.0,
            independent,
            starts,
            zone,
            at
        ],
    )?;
    let payload = serde_json::json!({
        "title": assessment.title, "assessment": new.assessment_id, "person": new.person_id, "independent": independent,
        "starts_local": starts, "zone": zone,
    });
    let names = [new.application_id.0, new.assessment_id.0, new.person_id.0];
    tx.record(Noun::Interview, id.0, &names, &payload)?;
    tx.touch(Noun::Application, new.application_id.0);
    Ok(id)
}

/// Hands an open interview on to somebody else. What its former holder had drafted is dropped: drafts are their own.
pub fn reassign(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    id: InterviewId,
    person: PersonId,
) -> Result<Done<Interview>> {
    let done = store.transact(REASSIGN, viewer, at, |tx| {
        let before = ensure_open(get(tx, viewer, id)?)?;
        people::active(tx, person)?;
        ensure_single(tx, before.application_id, before.assessment_id, person)?;
        let independent = !independence::is_exposed(tx, person, before.application_id)?;
        tx.execute(
            "UPDATE interview SET person_id = ?2, independent = ?3, assigned_at = ?4 WHERE id = ?1",
            params![id.0, person.0, independent, at],
        )?;
        tx.execute("DELETE FROM draft WHERE interview_id = ?1", [id.0])?;
        let payload = serde_json::json!({
            "title": before.assessment_title, "person": person, "independent": independent,
            "before": {"person": before.person_id, "independent": before.independent, "assigned_at": before.assigned_at},
        });
        let names = [before.application_id.0, person.0, before.person_id.0];
        tx.record(Noun::Interview, id.0, &names, &payload)?;
        tx.touch(Noun::Application, before.application_id.0);
        Ok(())
    })?;
    done.try_map(|()| store.read(viewer, |conn| get(conn, viewer, id)))
}

/// The interview, refused where it is not open.
pub(super) fn ensure_open(interview: Interview) -> Result<Interview> {
    match interview.state {
        InterviewState::Open => Ok(interview),
        InterviewState::Submitted => Err(EngineError::conflict(
            "the scorecard of this interview is in",
            "Assign another interview, or let its author amend the scorecard.",
        )),
        InterviewState::Cancelled => {
            Err(EngineError::conflict("this interview was cancelled", "Assign another one."))
        }
    }
}

/// The application's role, refused where the application has ended.
pub(super) fn ensure_active(conn: &Connection, application: ApplicationId) -> Result<RoleId> {
    let (role, stage): (RoleId, Stage) = conn
        .prepare_cached("SELECT role_id, stage FROM application WHERE id = ?1")?
        .query_row([application.0], |row| Ok((RoleId(row.get(0)?), word(row, "stage")?)))
        .optional()?
        .ok_or_else(|| EngineError::not_found("application", application))?;
    if stage.is_active() {
        return Ok(role);
    }
    Err(EngineError::conflict(
        format!("the application has ended: {stage}"),
        "Move it back to a stage that is under way, with a reason.",
    ))
}

/// Refuses a second interview of the same person, assessment and application while the first stands.
pub(super) fn ensure_single(
    conn: &Connection,
    application: ApplicationId,
    assessment: AssessmentId,
    person: PersonId,
) -> Result<()> {
    let taken: bool = conn
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM interview WHERE application_id = ?1 AND assessment_id = ?2
                AND person_id = ?3 AND state <> 'cancelled')",
        )?
        .query_row(params![application.0, assessment.0, person.0], |row| row.get(0))?;
    if taken {
        return Err(EngineError::conflict(
            "this person has this assessment of the application already",
            "Choose somebody else, or another assessment.",
        ));
    }
    Ok(())
}
