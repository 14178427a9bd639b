//! People.

use assay_domain::ids::PersonId;
use assay_engine::Done;
use assay_engine::people::{self, Person};
use chrono::Utc;
use tauri::State;

use crate::error::Answer;
use crate::session::Session;

/// Everybody.
#[tauri::command]
#[specta::specta]
pub async fn person_list(session: State<'_, Session>) -> Answer<Vec<Person>> {
    session.run(|store, _| people::list(store)).await
}

/// Adds a person; an empty PIN means none for now.
#[tauri::command]
#[specta::specta]
pub async fn person_add(session: State<'_, Session>, name: String, pin: String) -> Answer<Done<Person>> {
    session.run(move |store, viewer| people::add(store, viewer, Utc::now(), &name, &pin)).await
}

/// Renames a person.
#[tauri::command]
#[specta::specta]
pub async fn person_rename(
    session: State<'_, Session>,
    person_id: PersonId,
    name: String,
) -> Answer<Done<Person>> {
    session.run(move |store, viewer| people::rename(store, viewer, Utc::now(), person_id, &name)).await
}

/// Sets the viewer's own PIN.
#[tauri::command]
#[specta::specta]
pub async fn person_set_pin(
    session: State<'_, Session>,
    current_pin: String,
    pin: String,
) -> Answer<Done<Person>> {
    session.run(move |store, viewer| people::set_pin(store, viewer, Utc::now(), &current_pin, &pin)).await
}

/// Archives a person.
#[tauri::command]
#[specta::specta]
pub async fn person_archive(session: State<'_, Session>, person_id: PersonId) -> Answer<Done<Person>> {
    session.run(move |store, viewer| people::archive(store, viewer, Utc::now(), person_id)).await
}
