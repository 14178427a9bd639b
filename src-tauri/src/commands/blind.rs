//! Blind review of roles.

use assay_domain::ids::{CandidateId, RoleId};
use assay_engine::Done;
use assay_engine::blind::{self, BlindInput};
use assay_engine::candidates::CandidateDetail;
use assay_engine::roles::RoleDetail;
use chrono::Utc;
use tauri::State;

use crate::error::Answer;
use crate::session::Session;

/// Turns blind review of a role on or off, and names who coordinates it.
#[tauri::command]
#[specta::specta]
pub async fn role_set_blind(
    session: State<'_, Session>,
    role_id: RoleId,
    input: BlindInput,
) -> Answer<Done<RoleDetail>> {
    session.run(move |store, viewer| blind::switch(store, viewer, Utc::now(), role_id, &input)).await
}

/// Opens a candidate's name and portfolio to the viewer, who is not blind there any more.
#[tauri::command]
#[specta::specta]
pub async fn candidate_unblind(
    session: State<'_, Session>,
    candidate_id: CandidateId,
) -> Answer<Done<CandidateDetail>> {
    session.run(move |store, viewer| blind::open_portfolio(store, viewer, Utc::now(), candidate_id)).await
}
