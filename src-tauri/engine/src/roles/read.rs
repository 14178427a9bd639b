//! Reading roles.

use assay_domain::ids::RoleId;
use assay_domain::stage::Stage;
use rusqlite::{Connection, OptionalExtension as _, Row};

use super::{
    RoleCompetency, RoleDetail, RoleStage, RoleSummary, StageCount, calendar, coverage, dropping,
    stage_called, stages as own_stages,
};
use crate::plans;
use crate::store::column::{json, word};
use crate::{EngineError, Result, Store, Viewer, blind, panels};

const SUMMARY: &str = "SELECT role.*,
        (SELECT count(*) FROM application AS a WHERE a.role_id = role.id) AS applications,
        (SELECT count(*) FROM application AS a WHERE a.role_id = role.id
            AND a.stage NOT IN ('hired', 'rejected', 'withdrawn')) AS active,
        (SELECT max(version) FROM plan WHERE plan.role_id = role.id) AS plan_version
    FROM role";

/// All roles: open ones first, newest first.
pub fn list(store: &Store, viewer: Viewer) -> Result<Vec<RoleSummary>> {
    store.read(viewer, |conn| {
        let mut statement =
            conn.prepare_cached(&format!("{SUMMARY} ORDER BY open DESC, created_at DESC, role.id DESC"))?;
        let rows = statement.query_map([], read_summary)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    })
}

/// One role with its plan, stages and coverage, or [`EngineError::NotFound`].
pub fn show(store: &Store, viewer: Viewer, id: RoleId) -> Result<RoleDetail> {
    store.read(viewer, |conn| detail(conn, id))
}

/// The ids of all roles.
pub(crate) fn ids(conn: &Connection) -> Result<Vec<RoleId>> {
    let mut statement = conn.prepare_cached("SELECT id FROM role ORDER BY id")?;
    let rows = statement.query_map([], |row| Ok(RoleId(row.get(0)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A role as lists show it.
pub(crate) fn summary(conn: &Connection, id: RoleId) -> Result<RoleSummary> {
    conn.prepare_cached(&format!("{SUMMARY} WHERE role.id = ?1"))?
        .query_row([id.0], read_summary)
        .optional()?
        .ok_or_else(|| EngineError::not_found("role", id))
}

fn read_summary(row: &Row<'_>) -> rusqlite::Result<RoleSummary> {
    Ok(RoleSummary {
        id: RoleId(row.get("id")?),
        title: row.get("title")?,
        seniority: word(row, "seniority")?,
        specialisation: word(row, "specialisation")?,
        open: row.get("open")?,
        blind: row.get("blind")?,
        created_at: row.get("created_at")?,
        applications: row.get("applications")?,
        active: row.get("active")?,
        plan_version: row.get("plan_version")?,
    })
}

/// What a role asks for, without everything around it: of a plan's coverage each rubric is read.
pub(crate) fn asked(conn: &Connection, id: RoleId) -> Result<Vec<RoleCompetency>> {
    let mut statement = conn.prepare_cached("SELECT competencies FROM role WHERE id = ?1")?;
    Ok(statement.query_row([id.0], |row| json(row, "competencies"))?)
}

/// A role with everything around it.
pub(crate) fn detail(conn: &Connection, id: RoleId) -> Result<RoleDetail> {
    let summary = summary(conn, id)?;
    let goals = conn
        .prepare_cached("SELECT goals FROM role WHERE id = ?1")?
        .query_row([id.0], |row| json(row, "goals"))?;
    let plan = plans::current(conn, id)?;
    let asked = asked(conn, id)?;
    let pipeline = own_stages::pipeline(conn, id)?;
    let coverage = coverage::stored(conn, id, &asked, &plan)?;
    Ok(RoleDetail {
        summary,
        goals,
        plan_versions: plans::versions(conn, id)?,
        panels: panels::of_plan(conn, &plan)?,
        stages: stages(conn, id, &pipeline)?,
        pipeline,
        calendar: calendar(conn, id)?,
        dropping: dropping::warnings(&asked, &coverage),
        coverage,
        blind: blind::state_of(conn, id, &plan)?,
        candidate_minutes: plan.candidate_minutes(),
        competencies: asked,
        plan,
    })
}

/// How many applications stand in each stage, in the order of the pipeline.
fn stages(conn: &Connection, id: RoleId, pipeline: &[RoleStage]) -> Result<Vec<StageCount>> {
    let mut statement = conn.prepare_cached(
        "SELECT stage, count(*) AS count FROM application WHERE role_id = ?1 GROUP BY stage",
    )?;
    let rows = statement.query_map([id.0], |row| {
        let stage = word(row, "stage")?;
        Ok(StageCount { stage, stage_title: stage_called(pipeline, stage), count: row.get("count")? })
    })?;
    let mut counts: Vec<StageCount> = rows.collect::<rusqlite::Result<_>>()?;
    counts.sort_by_key(|one| Stage::position(one.stage));
    Ok(counts)
}
