//! Debriefs and decisions.

use assay_domain::ids::{ApplicationId, RoleId};
use assay_engine::Done;
use assay_engine::debriefs::{self, Debrief, Explanation, PreviewWeight};
use assay_engine::decisions::{self, Decision, DecisionInput};
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
