//! The token in the operating system's keyring: Secret Service on Linux, the Keychain on macOS, the Credential Manager on
//! Windows. One token for each host.

use std::sync::Arc;

use keyring_core::{CredentialStore, Entry, Error};

use super::address::Api;
use super::token::Token;

/// Under what name the keyring shows it.
const SERVICE: &str = "Assay";

/// Why the keyring cannot be used. No text of it holds a secret.
#[derive(Debug, thiserror::Error)]
pub enum KeyringError {
    /// This system has none, or none is running.
    #[error(
        "this system offers no keyring ({0}), so the token is kept nowhere: give it for each capture, from a file or by hand"
    )]
    None(String),
    /// It is there, and refuses.
    #[error("the system's keyring refuses: {0}; unlock it, and try again")]
    Refused(String),
}

/// The token kept for the interface's host; `None` where none is kept.
///
/// # Errors
/// Where there is no keyring, or where it refuses. May wait for the user to unlock it.
pub fn kept(api: &Api) -> Result<Option<Token>, KeyringError> {
    match entry(api)?.get_password() {
        Ok(text) => {
            let text = zeroize::Zeroizing::new(text);
            Token::new(&text).map(Some).map_err(|error| KeyringError::Refused(error.to_string()))
        }
        Err(Error::NoEntry) => Ok(None),
        Err(error) => Err(refused(&error)),
    }
}

/// Keeps a token for the interface's host, in place of the one kept before.
///
/// # Errors
/// As [`kept`].
pub fn keep(api: &Api, token: &Token) -> Result<(), KeyringError> {
    entry(api)?.set_password(token.expose()).map_err(|error| refused(&error))
}

/// Takes the token of the interface's host out of the keyring; says whether there was one.
///
/// # Errors
/// As [`kept`].
pub fn forget(api: &Api) -> Result<bool, KeyringError> {
    match entry(api)?.delete_credential() {
        Ok(()) => Ok(true),
        Err(Error::NoEntry) => Ok(false),
        Err(error) => Err(refused(&error)),
    }
}

fn entry(api: &Api) -> Result<Entry, KeyringError> {
    let store = store().map_err(|error| KeyringError::None(reason(&error)))?;
    store.build(SERVICE, api.host(), None).map_err(|error| refused(&error))
}

/// Only where a session bus runs: libdbus would otherwise start one of its own.
#[cfg(target_os = "linux")]
fn store() -> Result<Arc<CredentialStore>, Error> {
    let named = std::env::var_os("DBUS_SESSION_BUS_ADDRESS").is_some_and(|address| !address.is_empty());
    let runtime = std::env::var_os("XDG_RUNTIME_DIR").map(std::path::PathBuf::from);
    if !named && !runtime.is_some_and(|folder| folder.join("bus").exists()) {
        return Err(Error::NotSupportedByStore("no session bus runs".to_owned()));
    }
    Ok(dbus_secret_service_keyring_store::Store::new()?)
}

#[cfg(target_os = "macos")]
fn store() -> Result<Arc<CredentialStore>, Error> {
    Ok(apple_native_keyring_store::keychain::Store::new()?)
}

#[cfg(target_os = "windows")]
fn store() -> Result<Arc<CredentialStore>, Error> {
    Ok(windows_native_keyring_store::Store::new()?)
}

#[cfg(not(any(target_os = "linux", target_os = "macos", target_os = "windows")))]
fn store() -> Result<Arc<CredentialStore>, Error> {
    Err(Error::NotSupportedByStore("no keyring is known for this system".to_owned()))
}

fn refused(error: &Error) -> KeyringError {
    match error {
        Error::NoDefaultStore | Error::NotSupportedByStore(_) => KeyringError::None(reason(error)),
        _ => KeyringError::Refused(reason(error)),
    }
}

/// What the system said, on one line; what could hold the secret is named only.
fn reason(error: &Error) -> String {
    let text = match error {
        Error::BadEncoding(_) | Error::BadDataFormat(..) => "what it holds is no text".to_owned(),
        Error::NotSupportedByStore(why) => why.clone(),
        other => other.to_string(),
    };
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(200).collect()
}
