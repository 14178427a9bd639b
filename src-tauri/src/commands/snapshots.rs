//! Snapshots and the evidence in them.

use assay_domain::ids::{EvidenceId, SnapshotId};
use assay_engine::snapshots::{self, EvidenceDetail, EvidencePage, EvidenceQuery, SnapshotDetail};
use tauri::State;

use crate::error::Answer;
use crate::session::Session;

/// One snapshot: profile and facts.
#[tauri::command]
#[specta::specta]
pub async fn snapshot_show(session: State<'_, Session>, snapshot_id: SnapshotId) -> Answer<SnapshotDetail> {
    session.run(move |store, viewer| snapshots::show(store, viewer, snapshot_id)).await
}

/// A page of records.
#[tauri::command]
#[specta::specta]
pub async fn evidence_list(session: State<'_, Session>, query: EvidenceQuery) -> Answer<EvidencePage> {
    session.run(move |store, viewer| snapshots::evidence_list(store, viewer, &query)).await
}

/// One record in full.
#[tauri::command]
#[specta::specta]
pub async fn evidence_show(session: State<'_, Session>, evidence_id: EvidenceId) -> Answer<EvidenceDetail> {
    session.run(move |store, viewer| snapshots::evidence_show(store, viewer, evidence_id)).await
}
