//! Dossiers, and data that leaves.

use std::path::Path;

use assay_domain::document::markdown;
use assay_domain::ids::ApplicationId;
use assay_engine::EngineError;
use assay_engine::dossiers::{self, DossierFormat, DossierRequest, FeedbackPart};
use assay_engine::exports::ExportRequest;
use assay_engine::snapshots::markdown_html;
use assay_report::{Fonts, pdf};
use chrono::Utc;
use serde::Serialize;
use tauri::State;

use crate::error::Answer;
use crate::session::Session;

/// A document before it is saved.
#[derive(Clone, Debug, Serialize, specta::Type)]
pub struct DossierPreview {
    /// As Markdown, as it would be saved.
    pub markdown: String,
    /// The same as sanitised HTML for a frame that runs and loads nothing; empty where it is too long to be rendered.
    pub html: String,
    /// Name for its file, without the ending.
    pub name: String,
}

/// A document that was saved.
#[derive(Clone, Debug, Serialize, specta::Type)]
pub struct SavedDossier {
    /// Bytes of the file.
    pub bytes: u32,
    /// Pages; `None` for Markdown.
    pub pages: Option<u32>,
    /// Scripts for which this machine has no font.
    pub without_font: Vec<String>,
}

/// The document as it reads, before it is saved.
#[tauri::command]
#[specta::specta]
pub async fn dossier_preview(session: State<'_, Session>, request: DossierRequest) -> Answer<DossierPreview> {
    session
        .run(move |store, viewer| {
            let made = request.make(store, viewer, Utc::now())?;
            let markdown = markdown(&made.document);
            Ok(DossierPreview { html: markdown_html(&markdown), markdown, name: made.stem })
        })
        .await
}

/// What a candidate's feedback can speak of.
#[tauri::command]
#[specta::specta]
pub async fn dossier_feedback_parts(
    session: State<'_, Session>,
    application_id: ApplicationId,
) -> Answer<Vec<FeedbackPart>> {
    session
        .run(move |store, viewer| dossiers::feedback_parts(store, viewer, Utc::now(), application_id))
        .await
}

/// Writes the document, as PDF or Markdown by the file's ending; the dialog has asked whether one that is there may be
/// replaced.
#[tauri::command]
#[specta::specta]
pub async fn dossier_save(
    session: State<'_, Session>,
    request: DossierRequest,
    path: String,
) -> Answer<SavedDossier> {
    session
        .run(move |store, viewer| {
            let path = Path::new(&path);
            let format = DossierFormat::of(path)?;
            let made = request.make(store, viewer, Utc::now())?;
            let (bytes, pages, without_font) = match format {
                DossierFormat::Markdown => (markdown(&made.document).into_bytes(), None, Vec::new()),
                DossierFormat::Pdf => {
                    let file = pdf(&made.document, &Fonts::of_system()).map_err(|error| {
                        EngineError::invalid(error.to_string(), "Save it as .md instead.")
                    })?;
                    (file.bytes, Some(file.pages), file.without_font)
                }
            };
            dossiers::save(path, &bytes, true)?;
            Ok(SavedDossier { bytes: u32::try_from(bytes.len()).unwrap_or(u32::MAX), pages, without_font })
        })
        .await
}

/// Writes data, as CSV or JSON by the file's ending; the dialog has asked whether one that is there may be replaced. Gives
/// the number of rows.
#[tauri::command]
#[specta::specta]
pub async fn export_save(session: State<'_, Session>, request: ExportRequest, path: String) -> Answer<u32> {
    session
        .run(move |store, viewer| {
            let written = request.write(store, viewer, Utc::now(), Path::new(&path), true)?;
            Ok(u32::try_from(written.rows).unwrap_or(u32::MAX))
        })
        .await
}
