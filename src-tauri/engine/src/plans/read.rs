//! Reading plan versions.

use std::collections::HashMap;

use assay_domain::ids::{AssessmentId, PlanId, RoleId};
use assay_domain::kit::KitName;
use rusqlite::{Connection, OptionalExtension as _, Row, params};

use super::{Plan, PlanAssessment, PlanVersion, weights};
use crate::store::column::{json, word};
use crate::{EngineError, Result, Store, Viewer};

/// One version of a role's plan, or [`EngineError::NotFound`].
pub fn show(store: &Store, viewer: Viewer, role: RoleId, version: u32) -> Result<Plan> {
    store.read(viewer, |conn| load(conn, role, Some(version)))
}

/// The newest version of a role's plan.
pub(crate) fn current(conn: &Connection, role: RoleId) -> Result<Plan> {
    load(conn, role, None)
}

/// A version of a role's plan; the newest without a version.
pub(crate) fn load(conn: &Connection, role: RoleId, version: Option<u32>) -> Result<Plan> {
    let found = conn
        .prepare_cached(
            "SELECT id, version, at, reason,
                    (SELECT count(DISTINCT i.id) FROM scorecard AS s JOIN interview AS i ON i.id = s.interview_id
                     JOIN application AS a ON a.id = i.application_id WHERE a.role_id = ?1) AS submitted
             FROM plan WHERE role_id = ?1 AND (?2 IS NULL OR version = ?2) ORDER BY version DESC LIMIT 1",
        )?
        .query_row(params![role.0, version], plan)
        .optional()?;
    let Some(mut plan) = found else {
        let id = version.map_or_else(|| format!("of role {role}"), |version| format!("version {version}"));
        return Err(EngineError::not_found("plan", id));
    };
    plan.assessments = assessments(conn, plan.id)?;
    Ok(plan)
}

fn plan(row: &Row<'_>) -> rusqlite::Result<Plan> {
    Ok(Plan {
        id: PlanId(row.get("id")?),
        version: row.get("version")?,
        at: row.get("at")?,
        reason: row.get("reason")?,
        frozen: row.get::<_, u32>("submitted")? > 0,
        submitted: row.get("submitted")?,
        weights_warning: weights::warning(row.get("submitted")?),
        assessments: Vec::new(),
    })
}

fn assessments(conn: &Connection, plan: PlanId) -> Result<Vec<PlanAssessment>> {
    let mut statement = conn.prepare_cached(&format!("{HELD} WHERE a.plan_id = ?1 ORDER BY a.position"))?;
    let rows = statement.query_map([plan.0], assessment)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Assessments of plans, with the titles of what they use.
const HELD: &str = "SELECT a.*, r.title AS rubric_title, k.title AS kit_title FROM plan_assessment AS a
    JOIN rubric AS r ON r.id = a.rubric_id AND r.version = a.rubric_version
    LEFT JOIN kit AS k ON k.id = a.kit_id AND k.version = a.kit_version";

/// The assessments of every version of a role's plan.
fn assessments_of_all(conn: &Connection, role: RoleId) -> Result<HashMap<PlanId, Vec<PlanAssessment>>> {
    let mut statement = conn.prepare_cached(&format!(
        "{HELD} JOIN plan AS p ON p.id = a.plan_id WHERE p.role_id = ?1 ORDER BY a.position"
    ))?;
    let rows = statement.query_map([role.0], |row| Ok((PlanId(row.get("plan_id")?), assessment(row)?)))?;
    let mut all: HashMap<PlanId, Vec<PlanAssessment>> = HashMap::new();
    for row in rows {
        let (plan, one) = row?;
        all.entry(plan).or_default().push(one);
    }
    Ok(all)
}

fn assessment(row: &Row<'_>) -> rusqlite::Result<PlanAssessment> {
    Ok(PlanAssessment {
        id: AssessmentId(row.get("assessment_id")?),
        kind: word(row, "kind")?,
        title: row.get("title")?,
        weight: row.get("weight")?,
        weight_reason: row.get("weight_reason")?,
        minutes: row.get("minutes")?,
        rubric_id: row.get("rubric_id")?,
        rubric_version: row.get("rubric_version")?,
        rubric_title: row.get("rubric_title")?,
        kit: kit_name(row)?,
        kit_title: row.get::<_, Option<String>>("kit_title")?.unwrap_or_default(),
        mapping: json(row, "mapping")?,
    })
}

/// The kit that a row with the columns `kit_id` and `kit_version` names, if it names one.
pub(crate) fn kit_name(row: &Row<'_>) -> rusqlite::Result<Option<KitName>> {
    let (id, version): (Option<String>, Option<u32>) = (row.get("kit_id")?, row.get("kit_version")?);
    Ok(id.zip(version).map(|(id, version)| KitName { id, version }))
}

/// All versions of a role's plan, newest first.
pub(crate) fn versions(conn: &Connection, role: RoleId) -> Result<Vec<PlanVersion>> {
    let mut statement = conn.prepare_cached(
        "SELECT plan.id, version, at, person.name, reason,
                (SELECT count(DISTINCT i.id) FROM scorecard AS s JOIN interview AS i ON i.id = s.interview_id
                 JOIN application AS a ON a.id = i.application_id
                 WHERE a.role_id = ?1 AND s.submitted_at <= plan.at) AS scorecards
         FROM plan JOIN person ON person.id = plan.person_id WHERE role_id = ?1 ORDER BY version",
    )?;
    let rows = statement.query_map([role.0], |row| Ok((version(row)?, row.get("scorecards")?)))?;
    let mut of_all = assessments_of_all(conn, role)?;
    let (mut all, mut before): (Vec<PlanVersion>, Option<Vec<PlanAssessment>>) = (Vec::new(), None);
    for found in rows.collect::<rusqlite::Result<Vec<(PlanVersion, u32)>>>()? {
        let (mut one, scorecards) = found;
        let held = of_all.remove(&one.id).unwrap_or_default();
        let moved = before.map(|before| weights::moved(&before, &held)).unwrap_or_default();
        one.weights = weights::told(&weights::sentence(&moved, scorecards), &one);
        before = Some(held);
        all.push(one);
    }
    all.reverse();
    Ok(all)
}

fn version(row: &Row<'_>) -> rusqlite::Result<PlanVersion> {
    Ok(PlanVersion {
        id: PlanId(row.get(0)?),
        version: row.get(1)?,
        at: row.get(2)?,
        by: row.get(3)?,
        reason: row.get(4)?,
        weights: String::new(),
    })
}
