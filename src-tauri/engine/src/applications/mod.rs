//! Applications: one candidacy for one role, with its stage history.

mod change;
mod moves;

pub use change::{add, add_despite};
pub(crate) use change::{ends_sql, insert, undo_add};
pub(crate) use moves::{Move, shift, undo_move};
pub use moves::{MoveInput, MovedMany, Stayed, move_many, move_to};

use std::collections::HashMap;

use assay_domain::candidate::SourceKind;
use assay_domain::decision::DecisionKind;
use assay_domain::ending::EndReason;
use assay_domain::ids::{ApplicationId, CandidateId, RoleId};
use assay_domain::stage::Stage;
use rusqlite::{Connection, Row, ToSql, params_from_iter};
use serde::Serialize;
use uuid::Uuid;

use crate::candidates::ApplicationBrief;
use crate::store::column;
use crate::{EngineError, Instant, Result, Store, Viewer, decisions, roles};

/// One candidacy.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Application {
    /// Id.
    pub id: ApplicationId,
    /// Whose.
    pub candidate_id: CandidateId,
    /// Their name.
    pub candidate_name: String,
    /// Whether they are not to be contacted.
    pub do_not_contact: bool,
    /// For which role.
    pub role_id: RoleId,
    /// Its title.
    pub role_title: String,
    /// Where it stands.
    pub stage: Stage,
    /// What the role calls that stage.
    pub stage_title: String,
    /// Since when.
    pub since: Instant,
    /// When it was made.
    pub created_at: Instant,
    /// Where the candidate came from.
    pub source: SourceKind,
    /// How many interviews of it are open.
    pub interviews_open: u32,
    /// Of how many the scorecard is in.
    pub interviews_submitted: u32,
    /// What is missing for a hire by a move alone, in phrases; then the move needs a reason. Empty where nothing is, and where
    /// they are hired.
    pub before_hire: Vec<String>,
    /// How it came there, oldest first.
    pub history: Vec<StageMove>,
}

/// A move between stages.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct StageMove {
    /// When.
    pub at: Instant,
    /// Name of whoever did it.
    pub by: String,
    /// From where; `None` for the first.
    pub from: Option<Stage>,
    /// What the role calls that stage; empty for the first.
    pub from_title: String,
    /// To where.
    pub to: Stage,
    /// What the role calls that stage.
    pub to_title: String,
    /// Why it ended, where that was chosen from the list.
    pub why: Option<EndReason>,
    /// Why, in words; may be empty.
    pub reason: String,
}

fn select() -> String {
    format!(
        "SELECT f.id, f.candidate_id, c.name, f.role_id, r.title, f.stage, f.since,
        EXISTS (SELECT 1 FROM do_not_contact AS d WHERE d.candidate_id = c.id), f.created_at, c.source,
        (SELECT count(*) FROM interview AS i WHERE i.application_id = f.id AND i.state = 'open'),
        (SELECT count(*) FROM interview AS i WHERE i.application_id = f.id AND i.state = 'submitted'),
        {}, {}
    FROM application AS f JOIN candidate AS c ON c.id = f.candidate_id JOIN role AS r ON r.id = f.role_id",
        roles::stage_name_sql("f.role_id", "f.stage"),
        decisions::standing_kind_sql("f.id")
    )
}

/// The applications for a role, by name.
pub fn list(store: &Store, viewer: Viewer, role: RoleId) -> Result<Vec<Application>> {
    store.read(viewer, |conn| {
        query(conn, "WHERE f.role_id = ?1 ORDER BY c.name COLLATE NOCASE, f.id", &[&role.0])
    })
}

/// One application, or [`EngineError::NotFound`].
pub fn show(store: &Store, viewer: Viewer, id: ApplicationId) -> Result<Application> {
    store.read(viewer, |conn| get(conn, id))
}

/// One application on a connection, or [`EngineError::NotFound`].
pub(crate) fn get(conn: &Connection, id: ApplicationId) -> Result<Application> {
    query(conn, "WHERE f.id = ?1", &[&id.0])?.pop().ok_or_else(|| EngineError::not_found("application", id))
}

/// Applications of a filter, with their histories, in two queries.
pub(crate) fn query(conn: &Connection, filter: &str, params: &[&dyn ToSql]) -> Result<Vec<Application>> {
    let mut statement = conn.prepare_cached(&format!("{} {filter}", select()))?;
    let rows = statement.query_map(params, application)?;
    let mut applications = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    let ids: Vec<Uuid> = applications.iter().map(|one| one.id.0).collect();
    let mut moves = histories(conn, &ids)?;
    for one in &mut applications {
        one.history = moves.remove(&one.id.0).unwrap_or_default();
    }
    Ok(applications)
}

/// What a hire would rest on, and is not there.
fn before_hire(stage: Stage, decided: Option<DecisionKind>, submitted: u32) -> Vec<String> {
    if stage == Stage::Hired {
        return Vec::new();
    }
    let stands = matches!(decided, Some(DecisionKind::Hire | DecisionKind::Advance));
    let undecided = (!stands).then(|| "no decision to hire or to go on stands".to_owned());
    let unrated = (submitted == 0).then(|| "no scorecard is in".to_owned());
    undecided.into_iter().chain(unrated).collect()
}

fn application(row: &Row<'_>) -> rusqlite::Result<Application> {
    let (stage, submitted) = (column::word(row, 5)?, row.get(11)?);
    Ok(Application {
        id: ApplicationId(row.get(0)?),
        candidate_id: CandidateId(row.get(1)?),
        candidate_name: row.get(2)?,
        role_id: RoleId(row.get(3)?),
        role_title: row.get(4)?,
        stage,
        since: row.get(6)?,
        do_not_contact: row.get(7)?,
        created_at: row.get(8)?,
        source: column::word(row, 9)?,
        interviews_open: row.get(10)?,
        interviews_submitted: submitted,
        before_hire: before_hire(stage, column::word_or_none(row, 13)?, submitted),
        stage_title: row.get(12)?,
        history: Vec::new(),
    })
}

fn histories(conn: &Connection, ids: &[Uuid]) -> Result<HashMap<Uuid, Vec<StageMove>>> {
    let mut moves: HashMap<Uuid, Vec<StageMove>> = HashMap::new();
    for ids in ids.chunks(500) {
        let mut statement = conn.prepare(&format!(
            "SELECT m.application_id, m.at, p.name, m.from_stage, m.to_stage, m.reason, m.why, {} AS from_title,
                {} AS to_title
             FROM stage_move AS m JOIN application AS f ON f.id = m.application_id
             JOIN person AS p ON p.id = m.person_id
             WHERE m.application_id IN ({}) ORDER BY m.application_id, m.position",
            roles::stage_name_sql("f.role_id", "m.from_stage"),
            roles::stage_name_sql("f.role_id", "m.to_stage"),
            column::marks(ids.len())
        ))?;
        let mut rows = statement.query(params_from_iter(ids))?;
        while let Some(row) = rows.next()? {
            let one = StageMove {
                at: row.get(1)?,
                by: row.get(2)?,
                from: column::word_or_none(row, 3)?,
                from_title: row.get::<_, Option<String>>(7)?.unwrap_or_default(),
                to: column::word(row, 4)?,
                to_title: row.get(8)?,
                reason: row.get(5)?,
                why: column::word_or_none(row, 6)?,
            };
            moves.entry(row.get(0)?).or_default().push(one);
        }
    }
    Ok(moves)
}

/// The applications of some candidates, newest first, each with its candidate; one query.
pub(crate) fn briefs(conn: &Connection, candidates: &[Uuid]) -> Result<Vec<(Uuid, ApplicationBrief)>> {
    if candidates.is_empty() {
        return Ok(Vec::new());
    }
    let mut statement = conn.prepare(&format!(
        "SELECT f.candidate_id, f.id, f.role_id, r.title, f.stage, {} FROM application AS f
         JOIN role AS r ON r.id = f.role_id WHERE f.candidate_id IN ({}) ORDER BY f.created_at DESC, f.id DESC",
        roles::stage_name_sql("f.role_id", "f.stage"),
        column::marks(candidates.len())
    ))?;
    let rows = statement.query_map(params_from_iter(candidates), |row| {
        let brief = ApplicationBrief {
            id: ApplicationId(row.get(1)?),
            role_id: RoleId(row.get(2)?),
            role_title: row.get(3)?,
            stage: column::word(row, 4)?,
            stage_title: row.get(5)?,
        };
        Ok((row.get(0)?, brief))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

#[cfg(test)]
mod tests;
