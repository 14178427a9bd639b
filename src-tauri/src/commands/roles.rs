//! Roles and their plans.

use assay_domain::ids::{AssessmentId, RoleId};
use assay_domain::plan::Observing;
use assay_engine::Done;
use assay_engine::figures::{self, RoleFigures};
use assay_engine::panels::{self, PanelInput};
use assay_engine::plans::{self, Plan, PlanAssessmentInput, RubricMove};
use assay_engine::roles::{
    self, CompetencyCoverage, NewRole, RoleCalendarInput, RoleDetail, RoleInput, RoleStageInput, RoleSummary,
    RoleTemplate,
};
use chrono::Utc;
use tauri::State;

use crate::error::Answer;
use crate::session::Session;

/// The templates in the box.
#[tauri::command]
#[specta::specta]
pub async fn role_templates(session: State<'_, Session>) -> Answer<Vec<RoleTemplate>> {
    session.run(|_, _| roles::templates()).await
}

/// All roles.
#[tauri::command]
#[specta::specta]
pub async fn role_list(session: State<'_, Session>) -> Answer<Vec<RoleSummary>> {
    session.run(roles::list).await
}

/// One role.
#[tauri::command]
#[specta::specta]
pub async fn role_show(session: State<'_, Session>, role_id: RoleId) -> Answer<RoleDetail> {
    session.run(move |store, viewer| roles::show(store, viewer, role_id)).await
}

/// Which assessments of a plan that is being written observe which competency; `asked` are the slugs that the role asks for.
#[tauri::command]
#[specta::specta]
pub async fn plan_coverage(
    session: State<'_, Session>,
    role_id: Option<RoleId>,
    asked: Vec<String>,
    assessments: Vec<Observing>,
) -> Answer<Vec<CompetencyCoverage>> {
    session.run(move |store, viewer| roles::coverage(store, viewer, role_id, &asked, &assessments)).await
}

/// Opens a role.
#[tauri::command]
#[specta::specta]
pub async fn role_create(session: State<'_, Session>, input: NewRole) -> Answer<Done<RoleDetail>> {
    session.run(move |store, viewer| roles::create(store, viewer, Utc::now(), &input)).await
}

/// Sets which stages a role uses, and what it calls them.
#[tauri::command]
#[specta::specta]
pub async fn role_set_stages(
    session: State<'_, Session>,
    role_id: RoleId,
    stages: Vec<RoleStageInput>,
) -> Answer<Done<RoleDetail>> {
    session.run(move |store, viewer| roles::set_stages(store, viewer, Utc::now(), role_id, &stages)).await
}

/// Sets by which day after an application what is done.
#[tauri::command]
#[specta::specta]
pub async fn role_set_calendar(
    session: State<'_, Session>,
    role_id: RoleId,
    calendar: RoleCalendarInput,
) -> Answer<Done<RoleDetail>> {
    session.run(move |store, viewer| roles::set_calendar(store, viewer, Utc::now(), role_id, &calendar)).await
}

/// The figures of a role: funnel, time in stage, time to hire, sources, against the plan's calendar.
#[tauri::command]
#[specta::specta]
pub async fn figures_role(session: State<'_, Session>, role_id: RoleId) -> Answer<RoleFigures> {
    session.run(move |store, viewer| figures::role(store, viewer, Utc::now(), role_id)).await
}

/// Changes what a role says.
#[tauri::command]
#[specta::specta]
pub async fn role_update(
    session: State<'_, Session>,
    role_id: RoleId,
    input: RoleInput,
) -> Answer<Done<RoleDetail>> {
    session.run(move |store, viewer| roles::update(store, viewer, Utc::now(), role_id, &input)).await
}

/// Closes or reopens a role.
#[tauri::command]
#[specta::specta]
pub async fn role_set_open(
    session: State<'_, Session>,
    role_id: RoleId,
    open: bool,
) -> Answer<Done<RoleDetail>> {
    session.run(move |store, viewer| roles::set_open(store, viewer, Utc::now(), role_id, open)).await
}

/// A version of a plan.
#[tauri::command]
#[specta::specta]
pub async fn plan_show(session: State<'_, Session>, role_id: RoleId, version: u32) -> Answer<Plan> {
    session.run(move |store, viewer| plans::show(store, viewer, role_id, version)).await
}

/// Changes a plan; a new version once a scorecard was submitted.
#[tauri::command]
#[specta::specta]
pub async fn plan_update(
    session: State<'_, Session>,
    role_id: RoleId,
    assessments: Vec<PlanAssessmentInput>,
    reason: String,
) -> Answer<Done<RoleDetail>> {
    session
        .run(move |store, viewer| plans::update(store, viewer, Utc::now(), role_id, &assessments, &reason))
        .await
}

/// Says who usually interviews.
#[tauri::command]
#[specta::specta]
pub async fn plan_set_panels(
    session: State<'_, Session>,
    role_id: RoleId,
    panels: Vec<PanelInput>,
) -> Answer<Done<RoleDetail>> {
    session.run(move |store, viewer| panels::set(store, viewer, Utc::now(), role_id, &panels)).await
}

/// What moving an assessment to another version of its rubric means for its scorecards.
#[tauri::command]
#[specta::specta]
pub async fn plan_rubric_move(
    session: State<'_, Session>,
    role_id: RoleId,
    assessment_id: AssessmentId,
    version: u32,
) -> Answer<RubricMove> {
    session.run(move |store, viewer| plans::rubric_move(store, viewer, role_id, assessment_id, version)).await
}

/// Moves an assessment to another version of its rubric.
#[tauri::command]
#[specta::specta]
pub async fn plan_move_rubric(
    session: State<'_, Session>,
    role_id: RoleId,
    assessment_id: AssessmentId,
    version: u32,
    reason: String,
) -> Answer<Done<RoleDetail>> {
    session
        .run(move |store, viewer| {
            plans::move_rubric(store, viewer, Utc::now(), role_id, assessment_id, version, &reason)
        })
        .await
}
