//! Debriefs and decisions.

use assay_domain::ids::{ApplicationId, RoleId};
use assay_engine::Done;
use assay_engine::debriefs::{
    self, ApplicationDebrief, CompetencyMatrix, Debrief, DebriefOpening, Explanation, PreviewWeight,
    RoleAbsences, RoleDisagreements, RoleFlags, SideBySide,
};
use assay_engine::decisions::{self, Decision, DecisionGround, DecisionInput};
use chrono::Utc;
use tauri::State;

use crate::error::Answer;
use crate::session::Session;

/// Candidates by assessments.
#[tauri::command]
#[specta::specta]
pub async fn debrief_role(
    session: State<'_, Session>,
    role_id: RoleId,
    plan_version: Option<u32>,
) -> Answer<Debrief> {
    session.run(move |store, viewer| debriefs::role(store, viewer, Utc::now(), role_id, plan_version)).await
}

/// The same under other weights; nothing is kept.
#[tauri::command]
#[specta::specta]
pub async fn debrief_preview(
    session: State<'_, Session>,
    role_id: RoleId,
    weights: Vec<PreviewWeight>,
) -> Answer<Debrief> {
    session.run(move |store, viewer| debriefs::preview(store, viewer, Utc::now(), role_id, &weights)).await
}

/// A score down to ratings, notes and weights.
#[tauri::command]
#[specta::specta]
pub async fn debrief_explain(
    session: State<'_, Session>,
    application_id: ApplicationId,
    plan_version: Option<u32>,
) -> Answer<Explanation> {
    session
        .run(move |store, viewer| debriefs::explain(store, viewer, Utc::now(), application_id, plan_version))
        .await
}

/// Where the raters of a role differ, the widest first.
#[tauri::command]
#[specta::specta]
pub async fn debrief_disagreements(
    session: State<'_, Session>,
    role_id: RoleId,
) -> Answer<RoleDisagreements> {
    session.run(move |store, viewer| debriefs::disagreements(store, viewer, Utc::now(), role_id)).await
}

/// Candidates by competencies.
#[tauri::command]
#[specta::specta]
pub async fn debrief_competencies(
    session: State<'_, Session>,
    role_id: RoleId,
    plan_version: Option<u32>,
) -> Answer<CompetencyMatrix> {
    session
        .run(move |store, viewer| debriefs::competencies(store, viewer, Utc::now(), role_id, plan_version))
        .await
}

/// Two to four candidates side by side.
#[tauri::command]
#[specta::specta]
pub async fn debrief_beside(
    session: State<'_, Session>,
    role_id: RoleId,
    application_ids: Vec<ApplicationId>,
) -> Answer<SideBySide> {
    session
        .run(move |store, viewer| {
            debriefs::beside(store, viewer, Utc::now(), role_id, &application_ids, None)
        })
        .await
}

/// Every red flag of a role with its evidence.
#[tauri::command]
#[specta::specta]
pub async fn debrief_flags(session: State<'_, Session>, role_id: RoleId) -> Answer<RoleFlags> {
    session.run(move |store, viewer| debriefs::flags(store, viewer, Utc::now(), role_id)).await
}

/// Interviews of a role that are missing, open or cancelled.
#[tauri::command]
#[specta::specta]
pub async fn debrief_absences(session: State<'_, Session>, role_id: RoleId) -> Answer<RoleAbsences> {
    session.run(move |store, viewer| debriefs::absences(store, viewer, role_id)).await
}

/// The debrief of one application.
#[tauri::command]
#[specta::specta]
pub async fn debrief_application(
    session: State<'_, Session>,
    application_id: ApplicationId,
) -> Answer<ApplicationDebrief> {
    session.run(move |store, viewer| debriefs::application(store, viewer, Utc::now(), application_id)).await
}

/// Opens the debrief of an application: later versions of its scorecards say that they came after.
#[tauri::command]
#[specta::specta]
pub async fn debrief_open(
    session: State<'_, Session>,
    application_id: ApplicationId,
) -> Answer<Done<DebriefOpening>> {
    session.run(move |store, viewer| debriefs::open(store, viewer, Utc::now(), application_id)).await
}

/// What a decision on an application would rest on now.
#[tauri::command]
#[specta::specta]
pub async fn decision_ground(
    session: State<'_, Session>,
    application_id: ApplicationId,
) -> Answer<DecisionGround> {
    session.run(move |store, viewer| decisions::ground(store, viewer, Utc::now(), application_id)).await
}

/// Decides.
#[tauri::command]
#[specta::specta]
pub async fn decision_make(session: State<'_, Session>, input: DecisionInput) -> Answer<Done<Decision>> {
    session.run(move |store, viewer| decisions::make(store, viewer, Utc::now(), &input)).await
}

/// [`decision_make`] for a candidate who is not to be contacted; `why` stands in the application's history.
#[tauri::command]
#[specta::specta]
pub async fn decision_make_despite(
    session: State<'_, Session>,
    input: DecisionInput,
    why: String,
) -> Answer<Done<Decision>> {
    session.run(move |store, viewer| decisions::make_despite(store, viewer, Utc::now(), &input, &why)).await
}
