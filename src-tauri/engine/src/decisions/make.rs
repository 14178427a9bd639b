//! Making a decision, with the stage move that follows from it.

use std::collections::BTreeSet;

use assay_domain::decision::DecisionKind;
use assay_domain::ids::{ApplicationId, DecisionId, InterviewId, ScorecardId};
use assay_domain::stage::Stage;
use rusqlite::{Connection, params};
use uuid::Uuid;

use super::read::get;
use super::{Decision, DecisionInput};
use crate::rows::word;
use crate::store::{Done, Noun, Op, Tx};
use crate::{EngineError, Instant, Result, Store, Viewer, debriefs, independence, interviews};

const MAKE: Op = Op("decision.make");

/// What stands in the stage history; the decision's own reason may tell of ratings and is shown by law 4 only.
const BY_DECISION: &str = "by decision";

/// Decides on an application, and moves its stage: advance to the next, reject and hire to their ends; hold moves nothing.
///
/// Errors: [`EngineError::ClosedToViewer`] while the viewer holds an open interview there; [`EngineError::Invalid`] without
/// a reason or for scorecards of another application; [`EngineError::Conflict`] where the application has ended.
pub fn make(store: &Store, viewer: Viewer, at: Instant, input: &DecisionInput) -> Result<Done<Decision>> {
    let reason = input.reason.trim();
    if reason.is_empty() {
        return Err(EngineError::invalid(
            "a decision needs a reason",
            "Say why, so that it can be defended.",
        ));
    }
    let id = DecisionId(Uuid::now_v7());
    store.transact(MAKE, viewer, at, |tx| {
        let role = interviews::role_of(tx, input.application_id)?;
        independence::ensure_open(tx, viewer, input.application_id)?;
        let before = stage(tx, input.application_id)?;
        let to = target(before, input.kind)?;
        let cards = own_cards(tx, input)?;
        let standing = debriefs::standing(tx, viewer, input.application_id)?;
        tx.execute(
            "INSERT INTO decision (id, application_id, kind, at, person_id, reason, plan_id, score, coverage, rests_on)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            params![
                id.0,
                input.application_id.0,
                input.kind.as_str(),
                at,
                viewer.0.0,
                reason,
                standing.plan.0,
                standing.score,
                standing.coverage,
                serde_json::to_string(&cards)?
            ],
        )?;
        let mut names = vec![input.application_id.0];
        names.extend(cards.iter().map(|card| card.0));
        let payload = serde_json::json!({
            "kind": input.kind, "reason": reason, "plan_version": standing.plan_version,
            "score": standing.score, "coverage": standing.coverage, "rests_on": cards,
        });
        tx.record(Noun::Decision, id.0, &names, &payload)?;
        if let Some(to) = to {
            shift(tx, viewer, at, input.application_id, before, to)?;
        }
        independence::expose_in(tx, viewer, at, input.application_id)?;
        tx.touch(Noun::Application, input.application_id.0);
        tx.touch(Noun::Role, role.0);
        get(tx, viewer, id)
    })
}

fn stage(conn: &Connection, application: ApplicationId) -> Result<Stage> {
    let mut statement = conn.prepare_cached("SELECT stage FROM application WHERE id = ?1")?;
    Ok(statement.query_row([application.0], |row| word(row, "stage"))?)
}

/// Where the decision moves the application; `None` where it stays.
fn target(from: Stage, kind: DecisionKind) -> Result<Option<Stage>> {
    if !from.is_active() {
        return Err(EngineError::conflict(
            format!("the application has ended: {from}"),
            "Move it back to a stage that is under way first, with a reason.",
        ));
    }
    let to = match kind {
        DecisionKind::Hold => None,
        DecisionKind::Advance => from.next(),
        DecisionKind::Reject => Some(Stage::Rejected),
        DecisionKind::Hire => Some(Stage::Hired),
    };
    if let Some(to) = to {
        from.check_move(to, BY_DECISION).map_err(|why| EngineError::invalid(why.to_string(), ""))?;
    }
    Ok(to)
}

fn shift(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    at: Instant,
    application: ApplicationId,
    from: Stage,
    to: Stage,
) -> Result<()> {
    tx.execute(
        "UPDATE application SET stage = ?2, since = ?3 WHERE id = ?1",
        params![application.0, to.as_str(), at],
    )?;
    tx.execute(
        "INSERT INTO stage_move (application_id, position, at, person_id, from_stage, to_stage, reason)
         SELECT ?1, coalesce(max(position), -1) + 1, ?2, ?3, ?4, ?5, ?6 FROM stage_move WHERE application_id = ?1",
        params![application.0, at, viewer.0.0, from.as_str(), to.as_str(), BY_DECISION],
    )?;
    let payload = serde_json::json!({"from": from, "to": to});
    tx.record(Noun::Application, application.0, &[], &payload)
}

/// The scorecards named, each once; refused where one is not of this application.
fn own_cards(conn: &Connection, input: &DecisionInput) -> Result<Vec<ScorecardId>> {
    let cards: BTreeSet<ScorecardId> = input.scorecard_ids.iter().copied().collect();
    let mut known = conn.prepare_cached(
        "SELECT i.id FROM scorecard AS s JOIN interview AS i ON i.id = s.interview_id
         WHERE s.id = ?1 AND i.application_id = ?2",
    )?;
    for card in &cards {
        let found = known
            .query_map(params![card.0, input.application_id.0], |row| Ok(InterviewId(row.get(0)?)))?
            .next()
            .is_some();
        if !found {
            return Err(EngineError::not_found("scorecard of this application", card));
        }
    }
    Ok(cards.into_iter().collect())
}
