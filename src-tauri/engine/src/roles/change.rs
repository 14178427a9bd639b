//! Opening, changing and closing roles.

use assay_domain::ids::RoleId;
use assay_domain::role::check_role;
use rusqlite::params;
use uuid::Uuid;

use super::{NewRole, RoleCompetency, RoleDetail, RoleInput, calendar, detail, show, summary};
use crate::plans;
use crate::store::{Done, Noun, Op};
use crate::{EngineError, Instant, Result, Store, Viewer};

const CREATE: Op = Op("role.create");
const UPDATE: Op = Op("role.update");
const OPEN: Op = Op("role.open");

/// Opens a role with the first version of its plan; the rubrics that it names are kept.
///
/// Errors: [`EngineError::Invalid`] where the rules of roles or plans are broken.
pub fn create(store: &Store, viewer: Viewer, at: Instant, new: &NewRole) -> Result<Done<RoleDetail>> {
    let role = checked(&new.role)?;
    let id = RoleId(Uuid::now_v7());
    let done = store.transact(CREATE, viewer, at, |tx| {
        tx.execute(
            "INSERT INTO role (id, title, seniority, specialisation, goals, competencies, created_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![
                id.0,
                role.title,
                role.seniority.slug(),
                role.specialisation.slug(),
                serde_json::to_string(&role.goals)?,
                serde_json::to_string(&role.competencies)?,
                at
            ],
        )?;
        calendar::keep_first(tx, id)?;
        let plan = plans::first_version(tx, viewer, at, id, &new.assessments)?;
        tx.record(Noun::Role, id.0, &[plan.0], &content(&role))?;
        let payload = serde_json::json!({"version": 1, "after": plans::current(tx, id)?.assessments});
        tx.record(Noun::Plan, plan.0, &[id.0], &payload)
    })?;
    done.try_map(|()| show(store, viewer, id))
}

/// Changes what a role says. A competency that it no longer asks for stays in scores and debriefs where scorecards looked at it
/// ([`super::CompetencyCoverage::scorecards`] says how many did), and the journal names it.
pub fn update(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    id: RoleId,
    input: &RoleInput,
) -> Result<Done<RoleDetail>> {
    let role = checked(input)?;
    let done = store.transact(UPDATE, viewer, at, |tx| {
        let before = detail(tx, id)?;
        tx.execute(
            "UPDATE role SET title = ?2, seniority = ?3, specialisation = ?4, goals = ?5, competencies = ?6
             WHERE id = ?1",
            params![
                id.0,
                role.title,
                role.seniority.slug(),
                role.specialisation.slug(),
                serde_json::to_string(&role.goals)?,
                serde_json::to_string(&role.competencies)?
            ],
        )?;
        let mut payload = content(&role);
        if let Some(dropped) = dropped(&before.competencies, &role.competencies) {
            payload["what"] = dropped.into();
        }
        payload["before"] = serde_json::json!({
            "title": before.summary.title, "seniority": before.summary.seniority,
            "specialisation": before.summary.specialisation, "goals": before.goals,
            "competencies": before.competencies,
        });
        tx.record(Noun::Role, id.0, &[], &payload)
    })?;
    done.try_map(|()| show(store, viewer, id))
}

/// Opens a role again, or closes it: a closed one takes no new applications.
pub fn set_open(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    id: RoleId,
    open: bool,
) -> Result<Done<RoleDetail>> {
    let done = store.transact(OPEN, viewer, at, |tx| {
        let before = summary(tx, id)?;
        if before.open != open {
            tx.execute("UPDATE role SET open = ?2 WHERE id = ?1", params![id.0, open])?;
            let word = |open: bool| if open { "open" } else { "closed" };
            let payload = serde_json::json!({
                "title": before.title, "from": word(before.open), "to": word(open),
            });
            tx.record(Noun::Role, id.0, &[], &payload)?;
        }
        Ok(())
    })?;
    done.try_map(|()| show(store, viewer, id))
}

fn content(role: &RoleInput) -> serde_json::Value {
    serde_json::json!({
        "title": role.title, "seniority": role.seniority, "specialisation": role.specialisation,
        "goals": role.goals, "competencies": role.competencies,
    })
}

/// What the role no longer asks for, for the journal; scorecards may have looked at it.
fn dropped(before: &[RoleCompetency], after: &[RoleCompetency]) -> Option<String> {
    let gone = before.iter().filter(|old| !after.iter().any(|one| one.slug == old.slug));
    let titles: Vec<&str> = gone.map(|one| one.title.as_str()).collect();
    (!titles.is_empty()).then(|| format!("no longer asks for {}", titles.join(", ")))
}

/// The input with its texts trimmed, or why it cannot stand.
fn checked(input: &RoleInput) -> Result<RoleInput> {
    let trimmed = |text: &String| text.trim().to_owned();
    let role = RoleInput {
        title: trimmed(&input.title),
        goals: input.goals.iter().map(trimmed).filter(|goal| !goal.is_empty()).collect(),
        ..input.clone()
    };
    plans::refuse(check_role(&role.title, &role.goals))?;
    check_competencies(&role.competencies)?;
    Ok(role)
}

fn check_competencies(competencies: &[RoleCompetency]) -> Result<()> {
    for (index, one) in competencies.iter().enumerate() {
        if !assay_domain::slug::is_slug(&one.slug) {
            return Err(EngineError::invalid(
                format!("the competency \"{}\" is not a slug", one.slug),
                "Use lower-case letters, digits and single hyphens between them.",
            ));
        }
        if competencies[..index].iter().any(|other| other.slug == one.slug) {
            return Err(EngineError::invalid(
                format!("the competency \"{}\" stands there twice", one.slug),
                "Name each one once.",
            ));
        }
    }
    Ok(())
}
