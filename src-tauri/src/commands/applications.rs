//! Applications.

use assay_domain::ids::{ApplicationId, CandidateId, RoleId};
use assay_engine::Done;
use assay_engine::applications::{self, Application, MoveInput, MovedMany};
use chrono::Utc;
use tauri::State;

use crate::error::Answer;
use crate::session::Session;

/// Joins a candidate to a role.
#[tauri::command]
#[specta::specta]
pub async fn application_add(
    session: State<'_, Session>,
    candidate_id: CandidateId,
    role_id: RoleId,
) -> Answer<Done<Application>> {
    session
        .run(move |store, viewer| applications::add(store, viewer, Utc::now(), candidate_id, role_id))
        .await
}

/// Moves several applications as one action; those that a rule keeps stay, each with why.
#[tauri::command]
#[specta::specta]
pub async fn application_move_many(
    session: State<'_, Session>,
    application_ids: Vec<ApplicationId>,
    input: MoveInput,
) -> Answer<Done<MovedMany>> {
    session
        .run(move |store, viewer| {
            applications::move_many(store, viewer, Utc::now(), &application_ids, &input)
        })
        .await
}

/// The applications of a role.
#[tauri::command]
#[specta::specta]
pub async fn application_list(session: State<'_, Session>, role_id: RoleId) -> Answer<Vec<Application>> {
    session.run(move |store, viewer| applications::list(store, viewer, role_id)).await
}

/// Joins a candidate who is not to be contacted to a role; why stands in the history.
#[tauri::command]
#[specta::specta]
pub async fn application_add_despite(
    session: State<'_, Session>,
    candidate_id: CandidateId,
    role_id: RoleId,
    why: String,
) -> Answer<Done<Application>> {
    session
        .run(move |store, viewer| {
            applications::add_despite(store, viewer, Utc::now(), candidate_id, role_id, &why)
        })
        .await
}
