//! Interviews.

use std::path::Path;

use assay_domain::ids::{ApplicationId, InterviewId, PersonId};
use assay_engine::Done;
use assay_engine::interviews::{
    self, CalendarQuery, CalendarSaved, Interview, InterviewQuery, InterviewTime, NewInterview, PanelPick,
};
use assay_engine::panels::{self, PanelSeat};
use assay_engine::today::{self as todays, Today};
use chrono::Utc;
use tauri::State;

use crate::error::Answer;
use crate::session::Session;

/// Interviews.
#[tauri::command]
#[specta::specta]
pub async fn interview_list(session: State<'_, Session>, query: InterviewQuery) -> Answer<Vec<Interview>> {
    session.run(move |store, viewer| interviews::list(store, viewer, &query)).await
}

/// Assigns an interview.
#[tauri::command]
#[specta::specta]
pub async fn interview_assign(session: State<'_, Session>, input: NewInterview) -> Answer<Done<Interview>> {
    session.run(move |store, viewer| interviews::assign(store, viewer, Utc::now(), &input)).await
}

/// What is worth a look in the time of an interview: sentences, none where nothing is.
#[tauri::command]
#[specta::specta]
pub async fn interview_remarks(session: State<'_, Session>, id: InterviewId) -> Answer<Vec<String>> {
    session.run(move |store, viewer| interviews::remarks(store, viewer, Utc::now(), id)).await
}

/// The empty seats of an application's panel, and who is suggested.
#[tauri::command]
#[specta::specta]
pub async fn interview_seats(
    session: State<'_, Session>,
    application_id: ApplicationId,
) -> Answer<Vec<PanelSeat>> {
    session.run(move |store, viewer| panels::seats(store, viewer, application_id)).await
}

/// Assigns several interviews of an application in one action.
#[tauri::command]
#[specta::specta]
pub async fn interview_assign_panel(
    session: State<'_, Session>,
    application_id: ApplicationId,
    picks: Vec<PanelPick>,
) -> Answer<Done<Vec<Interview>>> {
    session
        .run(move |store, viewer| interviews::assign_panel(store, viewer, Utc::now(), application_id, &picks))
        .await
}

/// Gives an interview to somebody else.
#[tauri::command]
#[specta::specta]
pub async fn interview_reassign(
    session: State<'_, Session>,
    interview_id: InterviewId,
    person_id: PersonId,
) -> Answer<Done<Interview>> {
    session
        .run(move |store, viewer| interviews::reassign(store, viewer, Utc::now(), interview_id, person_id))
        .await
}

/// Gives an interview a time, or another one.
#[tauri::command]
#[specta::specta]
pub async fn interview_reschedule(
    session: State<'_, Session>,
    interview_id: InterviewId,
    time: InterviewTime,
) -> Answer<Done<Interview>> {
    session
        .run(move |store, viewer| interviews::reschedule(store, viewer, Utc::now(), interview_id, &time))
        .await
}

/// Writes interviews as an iCalendar file, whose name was chosen in the system's dialog.
#[tauri::command]
#[specta::specta]
pub async fn interview_save_calendar(
    session: State<'_, Session>,
    query: CalendarQuery,
    path: String,
) -> Answer<CalendarSaved> {
    session
        .run(move |store, viewer| {
            interviews::save_calendar(store, viewer, Utc::now(), &query, Path::new(&path), true)
        })
        .await
}

/// Cancels an interview.
#[tauri::command]
#[specta::specta]
pub async fn interview_cancel(
    session: State<'_, Session>,
    interview_id: InterviewId,
    reason: String,
) -> Answer<Done<Interview>> {
    session
        .run(move |store, viewer| interviews::cancel(store, viewer, Utc::now(), interview_id, &reason))
        .await
}

/// What is to do.
#[tauri::command]
#[specta::specta]
pub async fn today(session: State<'_, Session>) -> Answer<Today> {
    session.run(|store, viewer| todays::today(store, viewer, Utc::now())).await
}
