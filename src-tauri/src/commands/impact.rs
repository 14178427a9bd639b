//! Whether groups fare alike.

use assay_domain::ids::{CandidateId, ImpactImportId, RoleId};
use assay_engine::Done;
use assay_engine::impact::{self, ImpactReport, TotalsImport, TotalsReport};
use chrono::Utc;
use tauri::State;

use crate::error::Answer;
use crate::session::Session;

/// How groups fare for a role, or over everything, by stage and source.
#[tauri::command]
#[specta::specta]
pub async fn impact_report(session: State<'_, Session>, role_id: Option<RoleId>) -> Answer<ImpactReport> {
    session.run(move |store, viewer| impact::report(store, viewer, Utc::now(), role_id)).await
}

/// The imports of totals, newest first.
#[tauri::command]
#[specta::specta]
pub async fn impact_totals(session: State<'_, Session>) -> Answer<Vec<TotalsImport>> {
    session.run(impact::totals).await
}

/// Takes in totals from a file, for a role or for none in particular; nothing where totals of the same group, stage and source
/// are there already, unless they are to be replaced.
#[tauri::command]
#[specta::specta]
pub async fn impact_import_totals(
    session: State<'_, Session>,
    role_id: Option<RoleId>,
    path: String,
    replace: bool,
) -> Answer<Done<TotalsReport>> {
    session
        .run(move |store, viewer| {
            impact::import_totals(store, viewer, Utc::now(), role_id, path.as_ref(), replace)
        })
        .await
}

/// Takes an import of totals away.
#[tauri::command]
#[specta::specta]
pub async fn impact_remove_totals(session: State<'_, Session>, id: ImpactImportId) -> Answer<Done<()>> {
    session.run(move |store, viewer| impact::remove_totals(store, viewer, Utc::now(), id)).await
}

/// Keeps a group that a candidate gave of their own accord, apart from their record.
#[tauri::command]
#[specta::specta]
pub async fn impact_give_group(
    session: State<'_, Session>,
    candidate_id: CandidateId,
    category: String,
    group: String,
) -> Answer<Done<()>> {
    session
        .run(move |store, viewer| impact::give(store, viewer, Utc::now(), candidate_id, &category, &group))
        .await
}

/// Takes back everything that a candidate gave.
#[tauri::command]
#[specta::specta]
pub async fn impact_withdraw_groups(
    session: State<'_, Session>,
    candidate_id: CandidateId,
) -> Answer<Done<()>> {
    session.run(move |store, viewer| impact::withdraw(store, viewer, Utc::now(), candidate_id)).await
}
