//! Snapshots and the evidence in them.

use assay_domain::ids::{CandidateId, EvidenceId, SnapshotId};
use assay_engine::Done;
use assay_engine::candidates::CandidateDetail;
use assay_engine::snapshots::{
    self, Comparison, Conversation, EvidenceDetail, EvidencePage, EvidenceQuery, RepositoryPage,
    RepositoryQuery, SnapshotDetail, SnapshotSummary, TreeFolder,
};
use chrono::Utc;
use tauri::State;

use crate::error::Answer;
use crate::session::Session;

/// One snapshot: profile and facts.
#[tauri::command]
#[specta::specta]
pub async fn snapshot_show(session: State<'_, Session>, snapshot_id: SnapshotId) -> Answer<SnapshotDetail> {
    session.run(move |store, viewer| snapshots::show(store, viewer, snapshot_id)).await
}

/// Two snapshots, what they said then and now.
#[tauri::command]
#[specta::specta]
pub async fn snapshot_compare(
    session: State<'_, Session>,
    one: SnapshotId,
    other: SnapshotId,
) -> Answer<Comparison> {
    session.run(move |store, viewer| snapshots::compare(store, viewer, one, other)).await
}

/// Snapshots that no candidate has.
#[tauri::command]
#[specta::specta]
pub async fn snapshot_unlinked(session: State<'_, Session>) -> Answer<Vec<SnapshotSummary>> {
    session.run(snapshots::unlinked).await
}

/// Says whose a snapshot without an account is.
#[tauri::command]
#[specta::specta]
pub async fn snapshot_link(
    session: State<'_, Session>,
    snapshot_id: SnapshotId,
    candidate_id: CandidateId,
) -> Answer<Done<CandidateDetail>> {
    session
        .run(move |store, viewer| snapshots::link(store, viewer, Utc::now(), snapshot_id, candidate_id))
        .await
}

/// Takes that back.
#[tauri::command]
#[specta::specta]
pub async fn snapshot_unlink(
    session: State<'_, Session>,
    snapshot_id: SnapshotId,
) -> Answer<Done<SnapshotSummary>> {
    session.run(move |store, viewer| snapshots::unlink(store, viewer, Utc::now(), snapshot_id)).await
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

/// The records under a fact.
#[tauri::command]
#[specta::specta]
pub async fn fact_evidence(
    session: State<'_, Session>,
    snapshot_id: SnapshotId,
    fact: String,
) -> Answer<EvidencePage> {
    session.run(move |store, viewer| snapshots::fact_evidence(store, viewer, snapshot_id, &fact)).await
}

/// A page of a snapshot's repositories.
#[tauri::command]
#[specta::specta]
pub async fn repository_list(session: State<'_, Session>, query: RepositoryQuery) -> Answer<RepositoryPage> {
    session.run(move |store, viewer| snapshots::repository_list(store, viewer, &query)).await
}

/// Marks a repository as worth reading, or takes the mark away.
#[tauri::command]
#[specta::specta]
pub async fn repository_choose(
    session: State<'_, Session>,
    snapshot_id: SnapshotId,
    repo: String,
    chosen: bool,
) -> Answer<Done<bool>> {
    session
        .run(move |store, viewer| snapshots::choose(store, viewer, Utc::now(), snapshot_id, &repo, chosen))
        .await
}

/// A page of a pull request's or issue's conversation.
#[tauri::command]
#[specta::specta]
pub async fn conversation_show(
    session: State<'_, Session>,
    evidence_id: EvidenceId,
    offset: u32,
    limit: u32,
) -> Answer<Conversation> {
    session.run(move |store, viewer| snapshots::conversation(store, viewer, evidence_id, offset, limit)).await
}

/// One folder of a repository's files.
#[tauri::command]
#[specta::specta]
pub async fn tree_list(
    session: State<'_, Session>,
    evidence_id: EvidenceId,
    folder: String,
) -> Answer<TreeFolder> {
    session.run(move |store, viewer| snapshots::tree_list(store, viewer, evidence_id, &folder)).await
}
