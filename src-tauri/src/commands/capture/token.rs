//! The token: kept in the system's keyring, or given for one capture. It goes in and never comes out to the window.

use assay_github::capture::{self, Api, KeyringError, Token};
use zeroize::Zeroizing;

use super::failure;
use super::view::{CaptureInput, TokenStatus};
use crate::error::{Answer, AppError};
use crate::session::blocking;

/// Whether a token is kept for the server, and whether there is a keyring at all.
#[tauri::command]
#[specta::specta]
pub async fn capture_token_status(api: String) -> Answer<TokenStatus> {
    blocking(move || {
        let api = Api::new(&api).map_err(|error| failure(&error))?;
        let host = api.host().to_owned();
        Ok(match capture::kept(&api) {
            Ok(token) => TokenStatus { host, kept: token.is_some(), no_keyring: None },
            Err(error) => TokenStatus { host, kept: false, no_keyring: Some(error.to_string()) },
        })
    })
    .await
}

/// Keeps a token in the system's keyring.
#[tauri::command]
#[specta::specta]
pub async fn capture_token_keep(api: String, token: String) -> Answer<()> {
    let token = Zeroizing::new(token);
    blocking(move || {
        let api = Api::new(&api).map_err(|error| failure(&error))?;
        capture::keep(&api, &checked(&token)?).map_err(|error| refused(&error))
    })
    .await
}

/// Takes the token out of the system's keyring.
#[tauri::command]
#[specta::specta]
pub async fn capture_token_forget(api: String) -> Answer<()> {
    blocking(move || {
        let api = Api::new(&api).map_err(|error| failure(&error))?;
        capture::forget(&api).map(|_| ()).map_err(|error| refused(&error))
    })
    .await
}

/// The token for a capture: the one given with it, else the one kept. Without a keyring there is none.
pub(super) fn given(input: &CaptureInput) -> Answer<Option<Token>> {
    match input.token.as_deref().filter(|text| !text.trim().is_empty()) {
        Some(text) => checked(text).map(Some),
        None => {
            Ok(capture::kept(&Api::new(&input.api).map_err(|error| failure(&error))?).unwrap_or_default())
        }
    }
}

fn checked(text: &str) -> Answer<Token> {
    Token::new(text)
        .map_err(|error| AppError::said(&error.to_string(), "Copy it whole from GitHub's settings."))
}

fn refused(error: &KeyringError) -> AppError {
    AppError::said(&error.to_string(), "The token can be given for each capture instead.")
}
