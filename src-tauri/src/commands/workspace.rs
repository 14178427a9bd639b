//! Opening, making, locking workspaces.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use assay_engine::people::{self, Person};
use assay_engine::store::{self, NewWorkspace as NewStore, Unlock};
use assay_engine::{Counts, Store, Viewer, sample};
use chrono::Utc;
use serde::{Deserialize, Serialize};
use tauri::State;

use crate::error::{Answer, AppError};
use crate::recents::{Recent, Recents};
use crate::session::{Open, Session, blocking};

/// What the first screen needs.
#[derive(Serialize, specta::Type)]
pub struct Start {
    /// The open workspace, if one is.
    pub workspace: Option<WorkspaceInfo>,
    /// Workspaces opened before.
    pub recents: Vec<Recent>,
    /// Where a new workspace goes unless told otherwise.
    pub suggested_folder: String,
    /// The sample's passphrase; it guards nothing.
    pub sample_passphrase: String,
}

/// The open workspace.
#[derive(Serialize, specta::Type)]
pub struct WorkspaceInfo {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Folder.
    pub path: String,
    /// Whether it is the sample.
    pub sample: bool,
    /// Who is at the keyboard; `None` until chosen.
    pub viewer: Option<Person>,
    /// Everybody.
    pub people: Vec<Person>,
    /// What the sidebar counts.
    pub counts: Counts,
}

/// A workspace to be made.
#[derive(Deserialize, specta::Type)]
pub struct NewWorkspace {
    /// The folder it is made in.
    folder: String,
    /// Its name; the folder is called after it.
    name: String,
    /// Its passphrase.
    passphrase: String,
    /// Name of the first person.
    owner: String,
}

/// A workspace just made.
#[derive(Serialize, specta::Type)]
pub struct Created {
    /// The workspace, open.
    pub info: WorkspaceInfo,
    /// Shown once.
    pub recovery_code: String,
}

/// What the first screen needs.
#[tauri::command]
#[specta::specta]
pub async fn app_start(session: State<'_, Session>, recents: State<'_, Recents>) -> Answer<Start> {
    let (session, recents) = (session.inner().clone(), recents.inner().clone());
    blocking(move || {
        let workspace = session.current().map(|open| info(&open)).transpose()?;
        Ok(Start {
            workspace,
            recents: recents.list(),
            suggested_folder: suggested_folder(&recents).display().to_string(),
            sample_passphrase: sample::PASSPHRASE.into(),
        })
    })
    .await
}

/// Makes a workspace and opens it.
#[tauri::command]
#[specta::specta]
pub async fn workspace_create(
    session: State<'_, Session>,
    recents: State<'_, Recents>,
    input: NewWorkspace,
) -> Answer<Created> {
    let (session, recents) = (session.inner().clone(), recents.inner().clone());
    blocking(move || {
        let folder = Path::new(&input.folder).join(folder_name(&input.name));
        let new = NewStore::new(&folder, &input.name, &input.passphrase, &input.owner);
        let made = store::create(&new, Utc::now())?;
        let info = enter(&session, &recents, made.store, Some(made.owner))?;
        Ok(Created { info, recovery_code: made.recovery_code })
    })
    .await
}

/// Opens the sample; makes it first where it is not there yet.
#[tauri::command]
#[specta::specta]
pub async fn workspace_create_sample(
    session: State<'_, Session>,
    recents: State<'_, Recents>,
) -> Answer<WorkspaceInfo> {
    let (session, recents) = (session.inner().clone(), recents.inner().clone());
    blocking(move || {
        let folder = recents.folder().join("Sample.assay");
        let store = if folder.join("workspace.db").is_file() {
            Store::open(&folder, &Unlock::Passphrase(sample::PASSPHRASE.into()))?
        } else {
            sample::create(&folder, Utc::now())?
        };
        let viewer = sample::owner(&store)?;
        enter(&session, &recents, store, Some(viewer))
    })
    .await
}

/// Opens a workspace.
#[tauri::command]
#[specta::specta]
pub async fn workspace_open(
    session: State<'_, Session>,
    recents: State<'_, Recents>,
    path: String,
    unlock: Unlock,
) -> Answer<WorkspaceInfo> {
    let (session, recents) = (session.inner().clone(), recents.inner().clone());
    blocking(move || {
        let store = Store::open(Path::new(&path), &unlock)?;
        let viewer = people::only(&store)?;
        enter(&session, &recents, store, viewer)
    })
    .await
}

/// The open workspace.
#[tauri::command]
#[specta::specta]
pub async fn workspace_info(session: State<'_, Session>) -> Answer<WorkspaceInfo> {
    let session = session.inner().clone();
    blocking(move || info(&session.current().ok_or_else(AppError::locked)?)).await
}

/// Closes the workspace; running imports are cancelled.
#[tauri::command]
#[specta::specta]
pub async fn workspace_lock(session: State<'_, Session>) -> Answer<()> {
    session.set(None);
    Ok(())
}

/// Takes a workspace off the recent ones; its folder stays.
#[tauri::command]
#[specta::specta]
pub async fn workspace_forget_recent(recents: State<'_, Recents>, path: String) -> Answer<Vec<Recent>> {
    let recents = recents.inner().clone();
    blocking(move || {
        recents.forget(Path::new(&path)).map_err(|error| recents_failed(&error))?;
        Ok(recents.list())
    })
    .await
}

/// Replaces the passphrase.
#[tauri::command]
#[specta::specta]
pub async fn workspace_change_passphrase(
    session: State<'_, Session>,
    unlock: Unlock,
    passphrase: String,
) -> Answer<()> {
    session.run(move |store, _| store.change_passphrase(&unlock, &passphrase)).await
}

/// Copies the workspace into its folder `backups`; gives the copy's path.
#[tauri::command]
#[specta::specta]
pub async fn workspace_backup(session: State<'_, Session>) -> Answer<String> {
    session.run(|store, _| Ok(store.backup(Utc::now)?.display().to_string())).await
}

/// Changes whenever another program has written.
#[tauri::command]
#[specta::specta]
pub async fn workspace_data_version(session: State<'_, Session>) -> Answer<String> {
    let open = session.current().ok_or_else(AppError::locked)?;
    blocking(move || Ok(open.store.data_version()?.to_string())).await
}

/// Takes somebody as the viewer.
#[tauri::command]
#[specta::specta]
pub async fn viewer_choose(
    session: State<'_, Session>,
    person_id: assay_domain::ids::PersonId,
    pin: String,
) -> Answer<WorkspaceInfo> {
    let session = session.inner().clone();
    blocking(move || {
        let open = session.current().ok_or_else(AppError::locked)?;
        session.set_viewer(people::choose(&open.store, person_id, &pin)?);
        info(&session.current().ok_or_else(AppError::locked)?)
    })
    .await
}

fn enter(
    session: &Session,
    recents: &Recents,
    store: Store,
    viewer: Option<Viewer>,
) -> Answer<WorkspaceInfo> {
    let open = Open { store: Arc::new(store), viewer };
    let info = info(&open)?;
    recents.add(open.store.folder(), &info.name, Utc::now()).map_err(|error| recents_failed(&error))?;
    session.set(Some(open));
    Ok(info)
}

fn info(open: &Open) -> Answer<WorkspaceInfo> {
    let (name, sample) = open.store.name()?;
    let people = people::list(&open.store)?;
    let viewer = open.viewer.and_then(|viewer| people.iter().find(|person| person.id == viewer.0).cloned());
    let counts = match open.viewer {
        Some(viewer) => assay_engine::counts(&open.store, viewer)?,
        None => Counts::default(),
    };
    Ok(WorkspaceInfo {
        id: open.store.id()?.to_string(),
        name,
        path: open.store.folder().display().to_string(),
        sample,
        viewer,
        people,
        counts,
    })
}

/// `Name.assay`, without what a file system refuses.
fn folder_name(name: &str) -> String {
    let name: String = name
        .trim()
        .chars()
        .map(|c| if c.is_control() || "/\\:*?\"<>|".contains(c) { '-' } else { c })
        .collect();
    format!("{name}.assay")
}

fn suggested_folder(recents: &Recents) -> PathBuf {
    std::env::home_dir()
        .map(|home| home.join("Documents"))
        .filter(|documents| documents.is_dir())
        .unwrap_or_else(|| recents.folder().into())
}

fn recents_failed(error: &std::io::Error) -> AppError {
    AppError::other(
        format!(
            "The list of recent workspaces could not be written: {}.",
            assay_domain::file_words::told(error)
        ),
        "The workspace itself is not touched by this. Check the disk.",
    )
}
