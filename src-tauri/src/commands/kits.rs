//! Kits.

use std::path::Path;

use assay_domain::kit::KitName;
use assay_engine::kits::{self, Exported, KitDetail, KitMaterial, KitSummary};
use tauri::State;

use crate::error::Answer;
use crate::session::Session;

/// All kits.
#[tauri::command]
#[specta::specta]
pub async fn kit_list(session: State<'_, Session>) -> Answer<Vec<KitSummary>> {
    session.run(kits::list).await
}

/// One version of a kit.
#[tauri::command]
#[specta::specta]
pub async fn kit_show(session: State<'_, Session>, kit_id: String, version: u32) -> Answer<KitDetail> {
    session.run(move |store, viewer| kits::show(store, viewer, &kit_id, Some(version))).await
}

/// The text of one file of a kit.
#[tauri::command]
#[specta::specta]
pub async fn kit_material(session: State<'_, Session>, kit: KitName, path: String) -> Answer<KitMaterial> {
    session.run(move |store, viewer| kits::material(store, viewer, &kit, &path)).await
}

/// Copies what the candidate gets into a folder of its own inside the one that is named.
#[tauri::command]
#[specta::specta]
pub async fn kit_copy_for_candidate(
    session: State<'_, Session>,
    kit: KitName,
    variant: Option<String>,
    folder: String,
) -> Answer<Exported> {
    session
        .run(move |store, viewer| {
            kits::export_for_candidate(store, viewer, &kit, variant.as_deref(), Path::new(&folder))
        })
        .await
}
