//! Candidates and their accounts.

use assay_domain::candidate::{CandidateInput, ProvenanceInput};
use assay_domain::contact::DoNotContactInput;
use assay_domain::ids::{AccountId, CandidateId, RoleId};
use assay_engine::Done;
use assay_engine::accounts::{self, Account, AccountQuery};
use assay_engine::candidates::{
    self, CandidateDetail, CandidatePage, CandidateQuery, ListPreview, ListReport,
};
use assay_engine::erasure::{self, ErasureInput, ErasurePreview, Receipt};
use assay_engine::journal::{self, JournalEntry};
use chrono::Utc;
use tauri::{AppHandle, State};

use super::capture::{self, files};
use crate::error::{Answer, AppError};
use crate::session::Session;

/// A page of candidates.
#[tauri::command]
#[specta::specta]
pub async fn candidate_list(session: State<'_, Session>, query: CandidateQuery) -> Answer<CandidatePage> {
    session.run(move |store, viewer| candidates::list(store, viewer, &query)).await
}

/// One candidate.
#[tauri::command]
#[specta::specta]
pub async fn candidate_show(
    session: State<'_, Session>,
    candidate_id: CandidateId,
) -> Answer<CandidateDetail> {
    session.run(move |store, viewer| candidates::show(store, viewer, Utc::now(), candidate_id)).await
}

/// Adds a candidate by hand.
#[tauri::command]
#[specta::specta]
pub async fn candidate_create(
    session: State<'_, Session>,
    input: CandidateInput,
) -> Answer<Done<CandidateDetail>> {
    session.run(move |store, viewer| candidates::create(store, viewer, Utc::now(), input)).await
}

/// Changes what is written about a candidate.
#[tauri::command]
#[specta::specta]
pub async fn candidate_update(
    session: State<'_, Session>,
    candidate_id: CandidateId,
    input: CandidateInput,
) -> Answer<Done<CandidateDetail>> {
    session.run(move |store, viewer| candidates::update(store, viewer, Utc::now(), candidate_id, input)).await
}

/// What a pasted list or CSV text would add.
#[tauri::command]
#[specta::specta]
pub async fn candidate_preview_list(
    session: State<'_, Session>,
    text: String,
    role_id: Option<RoleId>,
) -> Answer<ListPreview> {
    session.run(move |store, viewer| candidates::preview_list(store, viewer, &text, role_id)).await
}

/// Adds a pasted list.
#[tauri::command]
#[specta::specta]
pub async fn candidate_add_list(
    session: State<'_, Session>,
    text: String,
    provenance: ProvenanceInput,
    role_id: Option<RoleId>,
) -> Answer<Done<ListReport>> {
    session
        .run(move |store, viewer| {
            candidates::add_list(store, viewer, Utc::now(), &text, &provenance, role_id)
        })
        .await
}

/// What a CSV file would add.
#[tauri::command]
#[specta::specta]
pub async fn candidate_preview_file(
    session: State<'_, Session>,
    path: String,
    role_id: Option<RoleId>,
) -> Answer<ListPreview> {
    session.run(move |store, viewer| candidates::preview_file(store, viewer, path.as_ref(), role_id)).await
}

/// Adds a CSV file.
#[tauri::command]
#[specta::specta]
pub async fn candidate_add_file(
    session: State<'_, Session>,
    path: String,
    provenance: ProvenanceInput,
    role_id: Option<RoleId>,
) -> Answer<Done<ListReport>> {
    session
        .run(move |store, viewer| {
            candidates::add_file(store, viewer, Utc::now(), path.as_ref(), &provenance, role_id)
        })
        .await
}

/// Links an account by hand.
#[tauri::command]
#[specta::specta]
pub async fn candidate_link(
    session: State<'_, Session>,
    candidate_id: CandidateId,
    account_id: AccountId,
) -> Answer<Done<CandidateDetail>> {
    session
        .run(move |store, viewer| accounts::link(store, viewer, Utc::now(), candidate_id, account_id))
        .await
}

/// Marks a candidate as not to be contacted.
#[tauri::command]
#[specta::specta]
pub async fn candidate_do_not_contact(
    session: State<'_, Session>,
    candidate_id: CandidateId,
    input: DoNotContactInput,
) -> Answer<Done<CandidateDetail>> {
    session
        .run(move |store, viewer| candidates::do_not_contact(store, viewer, Utc::now(), candidate_id, input))
        .await
}

/// Takes that mark off.
#[tauri::command]
#[specta::specta]
pub async fn candidate_may_contact(
    session: State<'_, Session>,
    candidate_id: CandidateId,
    reason: String,
) -> Answer<Done<CandidateDetail>> {
    session
        .run(move |store, viewer| candidates::may_contact(store, viewer, Utc::now(), candidate_id, &reason))
        .await
}

/// Accounts with a snapshot, a candidate or a join.
#[tauri::command]
#[specta::specta]
pub async fn account_list(session: State<'_, Session>, query: AccountQuery) -> Answer<Vec<Account>> {
    session.run(move |store, viewer| accounts::list(store, viewer, &query)).await
}

/// Joins an account known by its login only to one with a number.
#[tauri::command]
#[specta::specta]
pub async fn account_join(
    session: State<'_, Session>,
    login_only: AccountId,
    into: AccountId,
) -> Answer<Done<Account>> {
    session.run(move |store, viewer| accounts::join(store, viewer, Utc::now(), login_only, into)).await
}

/// Takes a join back.
#[tauri::command]
#[specta::specta]
pub async fn account_separate(session: State<'_, Session>, login_only: AccountId) -> Answer<Done<Account>> {
    session.run(move |store, viewer| accounts::separate(store, viewer, Utc::now(), login_only)).await
}

/// Takes a link back.
#[tauri::command]
#[specta::specta]
pub async fn candidate_unlink(
    session: State<'_, Session>,
    candidate_id: CandidateId,
    account_id: AccountId,
) -> Answer<Done<CandidateDetail>> {
    session
        .run(move |store, viewer| accounts::unlink(store, viewer, Utc::now(), candidate_id, account_id))
        .await
}

/// What erasing a candidate would take out of texts about others.
#[tauri::command]
#[specta::specta]
pub async fn candidate_erase_preview(
    session: State<'_, Session>,
    candidate_id: CandidateId,
) -> Answer<ErasurePreview> {
    let asked = ErasureInput::default();
    session.run(move |store, viewer| erasure::preview(store, viewer, candidate_id, &asked)).await
}

/// Erases a candidate (law 8).
#[tauri::command]
#[specta::specta]
pub async fn candidate_erase(
    app: AppHandle,
    session: State<'_, Session>,
    candidate_id: CandidateId,
    input: ErasureInput,
) -> Answer<Done<Receipt>> {
    let (done, accounts) = session
        .run(move |store, viewer| {
            let accounts = accounts::of(store, viewer, candidate_id)?;
            Ok((erasure::erase(store, viewer, Utc::now(), candidate_id, &input)?, accounts))
        })
        .await?;
    // Captures of theirs lie outside the workspace, not encrypted.
    match files::erase(&capture::folder(&app), &accounts).first() {
        None => Ok(done),
        Some(path) => Err(AppError::other(
            format!("The candidate is erased, but {} could not be deleted.", path.display()),
            "It holds data about them: delete it by hand.",
        )),
    }
}

/// What happened to a candidate.
#[tauri::command]
#[specta::specta]
pub async fn candidate_history(
    session: State<'_, Session>,
    candidate_id: CandidateId,
) -> Answer<Vec<JournalEntry>> {
    session.run(move |store, viewer| journal::of_candidate(store, viewer, candidate_id)).await
}

/// Receipts of erasures.
#[tauri::command]
#[specta::specta]
pub async fn receipt_list(session: State<'_, Session>) -> Answer<Vec<Receipt>> {
    session.run(erasure::receipts).await
}

/// Accounts with a snapshot that no candidate has.
#[tauri::command]
#[specta::specta]
pub async fn account_unlinked(session: State<'_, Session>, text: String) -> Answer<Vec<Account>> {
    session.run(move |store, viewer| accounts::unlinked(store, viewer, &text)).await
}

/// Makes the person behind an account a candidate.
#[tauri::command]
#[specta::specta]
pub async fn account_make_candidate(
    session: State<'_, Session>,
    account_id: AccountId,
) -> Answer<Done<CandidateDetail>> {
    session.run(move |store, viewer| accounts::make_candidate(store, viewer, Utc::now(), account_id)).await
}
