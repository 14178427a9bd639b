//! What became of hires, and whether scores had anything to do with it.

use assay_domain::ids::RoleId;
use assay_engine::Done;
use assay_engine::outcomes::{self, HireOutcome, OutcomeInput, Predictions};
use chrono::Utc;
use tauri::State;

use crate::error::Answer;
use crate::session::Session;

/// Keeps what became of a hire after three or six months.
#[tauri::command]
#[specta::specta]
pub async fn outcome_keep(session: State<'_, Session>, input: OutcomeInput) -> Answer<Done<HireOutcome>> {
    session.run(move |store, viewer| outcomes::keep(store, viewer, Utc::now(), &input)).await
}

/// The outcomes of a role, or of all, newest first.
#[tauri::command]
#[specta::specta]
pub async fn outcome_list(session: State<'_, Session>, role_id: Option<RoleId>) -> Answer<Vec<HireOutcome>> {
    session.run(move |store, viewer| outcomes::list(store, viewer, role_id)).await
}

/// Each assessment and criterion against the outcomes of hires.
#[tauri::command]
#[specta::specta]
pub async fn outcome_predictions(
    session: State<'_, Session>,
    role_id: Option<RoleId>,
) -> Answer<Predictions> {
    session.run(move |store, viewer| outcomes::predictions(store, viewer, Utc::now(), role_id)).await
}
