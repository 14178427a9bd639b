//! Making a decision, with the stage move that follows from it.

use std::collections::BTreeSet;

use assay_domain::decision::{DecisionKind, DecisionRecord};
use assay_domain::ids::{DecisionId, InterviewId, ScorecardId};
use assay_domain::stage::Stage;
use rusqlite::{Connection, params};
use uuid::Uuid;

use super::missing::{Missing, open_interviews};
use super::read::get;
use super::{Decision, DecisionInput};
use crate::applications::{Application, Move};
use crate::journal::Entry;
use crate::store::{Done, Noun, Op, Tx};
use crate::{
    EngineError, Instant, Result, Store, Viewer, applications, debriefs, independence, reason, roles,
};

const MAKE: Op = Op("decision.make");

/// What stands in the stage history; the decision's own reason may tell of ratings and is shown by law 4 only.
const BY_DECISION: &str = "by decision";

/// Decides on an application, and moves its stage: advance to the next, reject and hire to their ends, where interviews still
/// open are cancelled; hold moves nothing. What was missing for an end ([`super::DecisionGround::missing`]) stands in its record.
/// Whoever decides has held the debrief: where nobody had opened it, it is opened.
///
/// Errors: [`EngineError::ClosedToViewer`] while the viewer holds an open interview there; [`EngineError::Invalid`] without
/// a reason, for scorecards of another application or texts without end; [`EngineError::Conflict`] where the application has
/// ended, and where the stage that follows means getting in touch with a candidate who is not to be contacted
/// ([`make_despite`]).
pub fn make(store: &Store, viewer: Viewer, at: Instant, input: &DecisionInput) -> Result<Done<Decision>> {
    making(store, viewer, at, input, None)
}

/// [`make`] for a candidate who is not to be contacted, where the stage that follows means getting in touch; `why` stands in
/// the application's history.
pub fn make_despite(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    input: &DecisionInput,
    why: &str,
) -> Result<Done<Decision>> {
    making(store, viewer, at, input, Some(why))
}

fn making(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    input: &DecisionInput,
    despite: Option<&str>,
) -> Result<Done<Decision>> {
    let reason = reason::given(&input.reason, "a decision", "Say why, so that it can be defended.")?;
    // What is missing is ours to say: what stands there is neither kept nor held against the one who decides.
    let mut record = DecisionRecord { missing: String::new(), ..input.record.trimmed() };
    if let Some(problem) = record.problem() {
        return Err(EngineError::invalid(problem, "Shorten it."));
    }
    let id = DecisionId(Uuid::now_v7());
    let done = store.transact(MAKE, viewer, at, |tx| {
        let before = applications::get(tx, input.application_id)?;
        independence::ensure_open(tx, viewer, input.application_id)?;
        let to = target(tx, &before, input.kind)?;
        let cards = own_cards(tx, input)?;
        let standing = debriefs::standing(tx, viewer, input.application_id)?;
        if to.is_some_and(|to| !to.is_active()) {
            let open = &open_interviews(tx, viewer, input.application_id)?;
            record.missing = Missing { unscored: standing.score.is_none(), open }.after();
        }
        tx.execute(
            "INSERT INTO decision (id, application_id, kind, at, person_id, reason, plan_id, score, coverage, rests_on,
                record)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
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
                serde_json::to_string(&cards)?,
                serde_json::to_string(&record)?
            ],
        )?;
        let opened = debriefs::open_in(tx, viewer, at, input.application_id)?;
        let mut names = vec![input.application_id.0];
        names.extend(cards.iter().map(|card| card.0));
        let payload = serde_json::json!({
            "kind": input.kind, "reason": reason, "plan_version": standing.plan_version,
            "score": standing.score, "coverage": standing.coverage, "rests_on": cards,
            "record": record, "debrief_opened": opened,
        });
        tx.record(Noun::Decision, id.0, &names, &payload)?;
        if let Some(to) = to {
            let to = Move { to, why: None, reason: BY_DECISION, despite };
            applications::shift(tx, viewer, at, &before, to)?;
        }
        independence::expose_in(tx, viewer, at, input.application_id)?;
        tx.touch(Noun::Application, input.application_id.0);
        tx.touch(Noun::Role, before.role_id.0);
        Ok(())
    })?;
    done.try_map(|()| store.read(viewer, |conn| get(conn, viewer, id)))
}

/// Undo of an entry of a decision. The decision itself stands in the history for ever: that it was taken back is in the
/// journal, and [`super::stands_sql`] asks there. The debrief that it opened is not open any more, unless a scorecard says
/// for ever that it came after.
pub(crate) fn undo_make(tx: &Tx<'_>, entry: &Entry) -> Result<()> {
    if entry.noun != Noun::Decision {
        return applications::undo_move(tx, entry);
    }
    let opened = entry.payload.get("debrief_opened").and_then(serde_json::Value::as_bool);
    if opened == Some(true) {
        debriefs::close_again(tx, DecisionId(entry.subject))?;
    }
    Ok(())
}

/// Where the decision moves the application; `None` where it stays.
fn target(conn: &Connection, before: &Application, kind: DecisionKind) -> Result<Option<Stage>> {
    let from = before.stage;
    if !from.is_active() {
        return Err(EngineError::conflict(
            format!("the application has ended: {}", before.stage_title),
            "Move it back to a stage that is under way first, with a reason.",
        ));
    }
    Ok(match kind {
        DecisionKind::Hold => None,
        DecisionKind::Advance => roles::next_stage(conn, before.role_id, from)?,
        DecisionKind::Reject => Some(Stage::Rejected),
        DecisionKind::Hire => Some(Stage::Hired),
    })
}

/// The scorecards named, each once; refused where one is not of this application.
fn own_cards(conn: &Connection, input: &DecisionInput) -> Result<Vec<ScorecardId>> {
    let cards: BTreeSet<ScorecardId> = input.scorecard_ids.iter().copied().collect();
    let mut known = conn.prepare_cached(
        "SELECT i.id FROM scorecard AS s JOIN interview AS i ON i.id = s.interview_id
         WHERE s.id = ?1 AND i.application_id = ?2 AND s.occasion = 1",
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
