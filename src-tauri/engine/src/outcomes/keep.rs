//! Keeping outcomes, and reading them.

use assay_domain::ids::{ApplicationId, RoleId};
use assay_domain::scorecard::TEXT_MAX;
use assay_domain::stage::Stage;
use assay_domain::words;
use rusqlite::{Connection, Row, params};
use uuid::Uuid;

use super::due::MonthsOver;
use super::{GoalMet, HireOutcome, MONTHS, OutcomeInput};
use crate::blind::Over;
use crate::store::column::json;
use crate::store::{Done, Noun, Op};
use crate::{Ask, EngineError, Instant, Result, Store, Viewer, applications};

const KEEP: Op = Op("outcome.keep");

/// Goals of one outcome at most.
const GOALS: usize = 50;

/// Keeps what became of a hire after three or six months. Keeping it again takes the place of what stood there; the journal
/// has both.
///
/// Errors: [`EngineError::NotFound`]; [`EngineError::Conflict`] where nobody was hired; [`EngineError::Asks`] where the months are
/// not over by the stages and nobody said that it is meant; [`EngineError::Invalid`] for another
/// month, a rating beside 1 to 5, where nothing is said at all, or where a text is changed around what is hidden from the
/// viewer in it.
pub fn keep(store: &Store, viewer: Viewer, at: Instant, input: &OutcomeInput) -> Result<Done<HireOutcome>> {
    let mut goals = checked(input)?;
    let mut note = input.note.trim().to_owned();
    let done = store.transact(KEEP, viewer, at, |tx| {
        let application = applications::get(tx, input.application_id)?;
        if application.stage != Stage::Hired {
            return Err(EngineError::conflict(
                format!("{} was not hired for {}", application.candidate_name, application.role_title),
                "Outcomes are kept of hires.",
            ));
        }
        if !input.ahead {
            ensure_over(tx, at, input)?;
        }
        let before = select(tx, Some(input.application_id), None)?;
        if let Some(before) = before.iter().find(|one| one.month == input.month) {
            over(&Over::of(tx, viewer)?, &mut goals, &mut note, before)?;
        }
        tx.execute(
            "INSERT INTO outcome (application_id, month, at, person_id, goals, manager_rating, note)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
             ON CONFLICT (application_id, month) DO UPDATE SET at = excluded.at, person_id = excluded.person_id,
                 goals = excluded.goals, manager_rating = excluded.manager_rating, note = excluded.note",
            params![
                input.application_id.0,
                input.month,
                at,
                viewer.0.0,
                serde_json::to_string(&goals)?,
                input.manager_rating,
                note
            ],
        )?;
        let payload = serde_json::json!({
            "month": input.month, "goals": goals, "manager_rating": input.manager_rating, "note": note,
        });
        tx.record(Noun::Application, input.application_id.0, &[], &payload)?;
        tx.touch(Noun::Role, application.role_id.0);
        Ok(())
    })?;
    done.try_map(|()| {
        let kept = store.read(viewer, |conn| select(conn, Some(input.application_id), None))?;
        kept.into_iter()
            .find(|one| one.month == input.month)
            .ok_or_else(|| EngineError::Defect("an outcome kept is not there".into()))
    })
}

/// Asks where the months are not over: an outcome told ahead would stand beside those of whole months.
fn ensure_over(conn: &Connection, at: Instant, input: &OutcomeInput) -> Result<()> {
    let since: Instant = conn
        .prepare_cached("SELECT since FROM application WHERE id = ?1")?
        .query_row([input.application_id.0], |row| row.get(0))?;
    match MonthsOver::of(since, input.month, at).filter(|over| !over.has_come) {
        None => Ok(()),
        Some(over) => Err(EngineError::asks(
            format!(
                "by the stages, {} months are over only on {}: an outcome of them would be told ahead",
                input.month,
                words::day(over.on)
            ),
            "Wait for that day; or, for somebody hired before they came in here, say that it is meant.",
            Ask::Ahead,
        )),
    }
}

/// What the viewer gives back as they read it stays as it is stored.
fn over(over: &Over, goals: &mut [GoalMet], note: &mut String, before: &HireOutcome) -> Result<()> {
    *note = over.text("the note", note, &before.note)?;
    for (place, goal) in goals.iter_mut().enumerate() {
        let same = before.goals.iter().find(|old| over.is_read(&goal.goal, &old.goal));
        let stored = same.or(before.goals.get(place)).map_or("", |old| old.goal.as_str());
        goal.goal = over.text("a goal", &goal.goal, stored)?;
    }
    Ok(())
}

/// All outcomes of a role, or of all; newest first.
pub fn list(store: &Store, viewer: Viewer, role: Option<RoleId>) -> Result<Vec<HireOutcome>> {
    store.read(viewer, |conn| select(conn, None, role))
}

/// The goals with their texts trimmed, or why the input cannot stand.
fn checked(input: &OutcomeInput) -> Result<Vec<GoalMet>> {
    let refuse = |what: String, hint: &str| Err(EngineError::invalid(what, hint));
    if !MONTHS.contains(&input.month) {
        return refuse(
            format!("{} months: outcomes are kept after 3 and after 6", input.month),
            "Say 3 or 6.",
        );
    }
    if let Some(rating) = input.manager_rating.filter(|rating| !(1..=5).contains(rating)) {
        return refuse(
            format!("the manager's rating is {rating}"),
            "Use 1 (far below what was hoped) to 5 (far above).",
        );
    }
    let trimmed = |one: &GoalMet| GoalMet { goal: one.goal.trim().to_owned(), met: one.met };
    let goals: Vec<GoalMet> = input.goals.iter().map(trimmed).filter(|one| !one.goal.is_empty()).collect();
    let long =
        goals.iter().map(|one| &one.goal).chain([&input.note]).any(|text| text.chars().count() > TEXT_MAX);
    if goals.len() > GOALS || long {
        return refuse(
            format!("an outcome has at most {GOALS} goals and texts of {TEXT_MAX} characters"),
            "Shorten it.",
        );
    }
    if input.manager_rating.is_none() && goals.iter().all(|one| one.met.is_none()) {
        return refuse(
            "the outcome says nothing".into(),
            "Say of a goal whether it was met, or give the manager's rating.",
        );
    }
    Ok(goals)
}

fn select(
    conn: &Connection,
    application: Option<ApplicationId>,
    role: Option<RoleId>,
) -> Result<Vec<HireOutcome>> {
    let mut statement = conn.prepare_cached(
        "SELECT o.*, c.name AS candidate_name, r.id AS role_id, r.title AS role_title, p.name AS by_name
         FROM outcome AS o JOIN application AS f ON f.id = o.application_id
         JOIN candidate AS c ON c.id = f.candidate_id JOIN role AS r ON r.id = f.role_id
         JOIN person AS p ON p.id = o.person_id
         WHERE (?1 IS NULL OR f.id = ?1) AND (?2 IS NULL OR r.id = ?2)
         ORDER BY o.at DESC, o.application_id, o.month DESC",
    )?;
    let ids = params![application.map(|id| id.0), role.map(|id| id.0)];
    Ok(statement.query_map(ids, outcome)?.collect::<rusqlite::Result<_>>()?)
}

fn outcome(row: &Row<'_>) -> rusqlite::Result<HireOutcome> {
    Ok(HireOutcome {
        application_id: ApplicationId(row.get::<_, Uuid>("application_id")?),
        candidate_name: row.get("candidate_name")?,
        role_id: RoleId(row.get("role_id")?),
        role_title: row.get("role_title")?,
        month: row.get("month")?,
        at: row.get("at")?,
        by: row.get("by_name")?,
        goals: json(row, "goals")?,
        manager_rating: row.get("manager_rating")?,
        note: row.get("note")?,
    })
}
