//! Saying who interviews.

use assay_domain::ids::{AssessmentId, PersonId, RoleId};
use assay_domain::panel::MOST_RATERS;
use rusqlite::params;
use serde_json::{Value, json};

use super::PanelInput;
use super::read::of_assessment;
use crate::journal::Entry;
use crate::roles::{self, RoleDetail};
use crate::store::{Done, Noun, Op, Tx};
use crate::{EngineError, Instant, Result, Store, Viewer, people, plans};

const SET: Op = Op("plan.panel");

/// Sets the panels of some assessments of a role's present plan; those that are like before change nothing.
///
/// Errors: [`EngineError::NotFound`] for an assessment that the plan does not have; [`EngineError::Invalid`] for a number of
/// raters that is none, or somebody named twice; [`EngineError::Conflict`] for somebody archived who was not on it before.
pub fn set(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    role: RoleId,
    inputs: &[PanelInput],
) -> Result<Done<RoleDetail>> {
    let done = store.transact(SET, viewer, at, |tx| {
        let plan = plans::current(tx, role)?;
        for input in inputs {
            let held = plan.assessments.iter().find(|one| one.id == input.assessment_id);
            let held =
                held.ok_or_else(|| EngineError::not_found("assessment in the plan", input.assessment_id))?;
            set_one(tx, role, &held.title, input)?;
        }
        Ok(())
    })?;
    done.try_map(|()| roles::show(store, viewer, role))
}

fn set_one(tx: &mut Tx<'_>, role: RoleId, title: &str, input: &PanelInput) -> Result<()> {
    let before = of_assessment(tx, input.assessment_id)?;
    let known: Vec<PersonId> = before.people.iter().map(|one| one.id).collect();
    if before.raters == input.raters && known == input.people {
        return Ok(());
    }
    check(tx, title, input, &known)?;
    write(tx, input.assessment_id, input.raters, &input.people)?;
    let mut names = vec![role.0];
    names.extend(input.people.iter().map(|person| person.0));
    let payload = json!({
        "title": title, "raters": input.raters, "people": input.people,
        "before": {"raters": before.raters, "people": known},
    });
    tx.record(Noun::Plan, input.assessment_id.0, &names, &payload)?;
    tx.touch(Noun::Role, role.0);
    Ok(())
}

fn check(tx: &Tx<'_>, title: &str, input: &PanelInput, known: &[PersonId]) -> Result<()> {
    if !(1..=MOST_RATERS).contains(&input.raters) {
        return Err(EngineError::invalid(
            format!("\"{title}\" cannot have {} raters for each candidate", input.raters),
            format!("Choose 1 to {MOST_RATERS}."),
        ));
    }
    for (place, person) in input.people.iter().enumerate() {
        if input.people[..place].contains(person) {
            let name = people::get(tx, *person)?.name;
            return Err(EngineError::invalid(
                format!("{name} stands on the panel of \"{title}\" twice"),
                "Name everybody once.",
            ));
        }
        if !known.contains(person) {
            people::active(tx, *person)?;
        }
    }
    Ok(())
}

fn write(tx: &Tx<'_>, assessment: AssessmentId, raters: u32, people: &[PersonId]) -> Result<()> {
    tx.execute(
        "INSERT INTO panel (assessment_id, raters) VALUES (?1, ?2)
         ON CONFLICT (assessment_id) DO UPDATE SET raters = excluded.raters",
        params![assessment.0, raters],
    )?;
    tx.execute("DELETE FROM panel_person WHERE assessment_id = ?1", [assessment.0])?;
    for (position, person) in people.iter().enumerate() {
        tx.prepare_cached(
            "INSERT INTO panel_person (assessment_id, position, person_id) VALUES (?1, ?2, ?3)",
        )?
        .execute(params![assessment.0, position as i64, person.0])?;
    }
    Ok(())
}

/// Back to who interviewed before.
pub(crate) fn undo_set(tx: &Tx<'_>, entry: &Entry) -> Result<()> {
    let damaged =
        || EngineError::Damaged(format!("journal entry {} does not say what was before", entry.sequence));
    let before = entry.payload.get("before").cloned().unwrap_or(Value::Null);
    let raters = before.get("raters").and_then(Value::as_u64).and_then(|raters| u32::try_from(raters).ok());
    let people = before.get("people").cloned().unwrap_or(Value::Null);
    let people: Vec<PersonId> = serde_json::from_value(people).map_err(|_| damaged())?;
    write(tx, AssessmentId(entry.subject), raters.ok_or_else(damaged)?, &people)
}
