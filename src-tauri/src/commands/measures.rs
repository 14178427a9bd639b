//! Statistics of a role's ratings.

use assay_domain::ids::RoleId;
use assay_engine::debriefs::PreviewWeight;
use assay_engine::measures::{
    self, MyMirror, RoleAgreement, RoleDrift, RoleFurther, RoleOrder, RoleRobustness, WeightsTried,
};
use chrono::Utc;
use tauri::State;

use crate::error::Answer;
use crate::session::Session;

/// Plain and corrected order, and how sure it is.
#[tauri::command]
#[specta::specta]
pub async fn measure_order(
    session: State<'_, Session>,
    role_id: RoleId,
    plan_version: Option<u32>,
) -> Answer<RoleOrder> {
    session.run(move |store, viewer| measures::order(store, viewer, Utc::now(), role_id, plan_version)).await
}

/// Which further interview would settle the order most.
#[tauri::command]
#[specta::specta]
pub async fn measure_further(session: State<'_, Session>, role_id: RoleId) -> Answer<RoleFurther> {
    session.run(move |store, viewer| measures::further(store, viewer, Utc::now(), role_id)).await
}

/// Whether raters see the same.
#[tauri::command]
#[specta::specta]
pub async fn measure_agreement(session: State<'_, Session>, role_id: RoleId) -> Answer<RoleAgreement> {
    session.run(move |store, viewer| measures::agreement(store, viewer, Utc::now(), role_id)).await
}

/// Whether the order survives other weights.
#[tauri::command]
#[specta::specta]
pub async fn measure_robustness(session: State<'_, Session>, role_id: RoleId) -> Answer<RoleRobustness> {
    session.run(move |store, viewer| measures::robustness(store, viewer, Utc::now(), role_id)).await
}

/// The order under weights that are being tried; nothing is kept.
#[tauri::command]
#[specta::specta]
pub async fn measure_weights(
    session: State<'_, Session>,
    role_id: RoleId,
    weights: Vec<PreviewWeight>,
) -> Answer<WeightsTried> {
    session.run(move |store, viewer| measures::weights(store, viewer, Utc::now(), role_id, &weights)).await
}

/// Whether severity moves.
#[tauri::command]
#[specta::specta]
pub async fn measure_drift(session: State<'_, Session>, role_id: RoleId) -> Answer<RoleDrift> {
    session.run(move |store, viewer| measures::drift(store, viewer, Utc::now(), role_id)).await
}

/// The viewer's own mirror, over one role or all.
#[tauri::command]
#[specta::specta]
pub async fn measure_mirror(session: State<'_, Session>, role_id: Option<RoleId>) -> Answer<MyMirror> {
    session.run(move |store, viewer| measures::mirror(store, viewer, Utc::now(), role_id)).await
}
