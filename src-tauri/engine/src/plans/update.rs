//! Changing a plan: in place while no scorecard was submitted under the role, afterwards as a new version with a reason.

use assay_domain::ids::{AssessmentId, RoleId};
use assay_domain::words::counted;
use rusqlite::{Connection, OptionalExtension as _, params};

use super::move_rubric::staying;
use super::write::{Version, checked, fill, insert};
use super::{Plan, PlanAssessment, PlanAssessmentInput, current};
use crate::roles::{self, RoleDetail};
use crate::store::{Done, Noun, Op, Tx};
use crate::{Ask, EngineError, Instant, Result, Store, Viewer};

const UPDATE: Op = Op("plan.update");

/// Replaces the assessments of a role's plan. A plan like the present one changes nothing.
///
/// Errors: [`EngineError::Invalid`] where the rules of plans are broken, or where a new version has no reason;
/// [`EngineError::Conflict`] where an edit in place would take out an assessment that somebody is assigned; [`EngineError::Asks`]
/// where a rubric would go to another version although scorecards were submitted by it: that is [`super::move_rubric`]'s to do,
/// and a way round it, by another rubric and back, is a conflict.
pub fn update(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    role: RoleId,
    assessments: &[PlanAssessmentInput],
    reason: &str,
) -> Result<Done<RoleDetail>> {
    replace(store, viewer, at, role, assessments, reason, None)
}

/// [`update`], where the rubric of `moving` goes to another version on purpose.
pub(super) fn replace(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    role: RoleId,
    assessments: &[PlanAssessmentInput],
    reason: &str,
    moving: Option<AssessmentId>,
) -> Result<Done<RoleDetail>> {
    let reason = reason.trim();
    let done = store.transact(UPDATE, viewer, at, |tx| {
        let before = current(tx, role)?;
        let after = checked(tx, assessments, &known(tx, role)?)?;
        for one in after.iter().filter(|one| moving != Some(one.id)) {
            ensure_version_stays(tx, role, &before, one)?;
        }
        if before.assessments != after {
            if before.frozen {
                next_version(tx, viewer, at, role, &before, &after, reason)?;
            } else {
                in_place(tx, role, &before, &after, reason)?;
            }
        }
        Ok(())
    })?;
    done.try_map(|()| roles::show(store, viewer, role))
}

fn known(conn: &Connection, role: RoleId) -> Result<Vec<AssessmentId>> {
    let mut statement = conn.prepare_cached("SELECT id FROM assessment WHERE role_id = ?1")?;
    let rows = statement.query_map([role.0], |row| Ok(AssessmentId(row.get(0)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn next_version(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    at: Instant,
    role: RoleId,
    before: &Plan,
    after: &[PlanAssessment],
    reason: &str,
) -> Result<()> {
    if reason.is_empty() {
        return Err(EngineError::invalid(
            "a scorecard was submitted under this plan, so a change makes a new version, which needs a reason",
            "Say why the plan changes; the debrief can show the order under both versions.",
        ));
    }
    let version = before.version + 1;
    let plan = insert(tx, viewer, at, role, &Version { version, reason, assessments: after })?;
    record(tx, role, plan.0, &change(version, reason, before, after))
}

fn in_place(
    tx: &mut Tx<'_>,
    role: RoleId,
    before: &Plan,
    after: &[PlanAssessment],
    reason: &str,
) -> Result<()> {
    for gone in before.assessments.iter().filter(|one| !after.iter().any(|kept| kept.id == one.id)) {
        ensure_unassigned(tx, gone)?;
    }
    tx.execute("DELETE FROM plan_assessment WHERE plan_id = ?1", [before.id.0])?;
    fill(tx, role, before.id, after)?;
    record(tx, role, before.id.0, &change(before.version, reason, before, after))
}

fn record(tx: &mut Tx<'_>, role: RoleId, plan: uuid::Uuid, change: &serde_json::Value) -> Result<()> {
    tx.record(Noun::Plan, plan, &[role.0], change)?;
    tx.touch(Noun::Role, role.0);
    Ok(())
}

fn change(version: u32, reason: &str, before: &Plan, after: &[PlanAssessment]) -> serde_json::Value {
    serde_json::json!({
        "version": version, "reason": reason, "before": before.assessments, "after": after,
    })
}

/// Refuses another version of the rubric by which scorecards of this assessment were submitted.
fn ensure_version_stays(conn: &Connection, role: RoleId, before: &Plan, one: &PlanAssessment) -> Result<()> {
    let moved = before.assessments.iter().find(|held| {
        held.id == one.id && held.rubric_id == one.rubric_id && held.rubric_version != one.rubric_version
    });
    let Some(held) = moved else { return ensure_return(conn, before, one) };
    let staying = staying(conn, one.id)?.len();
    if staying == 0 {
        return Ok(());
    }
    let to = one.rubric_version;
    Err(EngineError::asks(
        format!(
            "\"{}\" does not go from version {} to version {to} of its rubric with a change of the plan: {} submitted for it",
            one.title,
            held.rubric_version,
            counted(staying, "scorecard was", "scorecards were"),
        ),
        format!(
            "Move it on its own, which says which scorecards stay on their version: choose version {to} beside the rubric."
        ),
        Ask::RubricMove { role, assessment: one.id, to },
    ))
}

/// Refuses another version of a rubric that the assessment comes back to than the one that it had last, where scorecards were
/// submitted by that rubric: else a change there and back would be a move that nobody was told of.
fn ensure_return(conn: &Connection, before: &Plan, one: &PlanAssessment) -> Result<()> {
    if before.assessments.iter().any(|held| held.id == one.id && held.rubric_id == one.rubric_id) {
        return Ok(());
    }
    let last: Option<u32> = conn
        .prepare_cached(
            "SELECT h.rubric_version FROM plan_assessment AS h JOIN plan AS p ON p.id = h.plan_id
             WHERE h.assessment_id = ?1 AND h.rubric_id = ?2 ORDER BY p.version DESC LIMIT 1",
        )?
        .query_row(params![one.id.0, one.rubric_id], |row| row.get(0))
        .optional()?;
    let Some(last) = last.filter(|last| *last != one.rubric_version) else { return Ok(()) };
    let by_it: u32 = conn
        .prepare_cached(
            "SELECT count(DISTINCT i.id) FROM scorecard AS s JOIN interview AS i ON i.id = s.interview_id
             WHERE i.assessment_id = ?1 AND s.rubric_id = ?2",
        )?
        .query_row(params![one.id.0, one.rubric_id], |row| row.get(0))?;
    if by_it == 0 {
        return Ok(());
    }
    let to = one.rubric_version;
    Err(EngineError::conflict(
        format!(
            "\"{}\" does not come back to its earlier rubric in version {to}: it had version {last}, and {} submitted by that rubric",
            one.title,
            counted(by_it as usize, "scorecard was", "scorecards were"),
        ),
        format!(
            "Come back to version {last} first. Then move it to version {to} on its own, which says which scorecards stay on theirs."
        ),
    ))
}

fn ensure_unassigned(conn: &Connection, one: &PlanAssessment) -> Result<()> {
    let assigned: u32 = conn
        .prepare_cached("SELECT count(*) FROM interview WHERE assessment_id = ?1 AND state <> 'cancelled'")?
        .query_row(params![one.id.0], |row| row.get(0))?;
    if assigned > 0 {
        let held = counted(assigned as usize, "interview is", "interviews are");
        return Err(EngineError::conflict(
            format!("\"{}\" cannot be taken out of the plan: {held} assigned", one.title),
            "Cancel them first.",
        ));
    }
    Ok(())
}
