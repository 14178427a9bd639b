//! `assay capture token`: the token in the system's keyring; and where a run takes its token from.

use assay_github::capture::{self, Api, KeyringError, Token};
use clap::{Args, Subcommand};
use serde_json::json;

use super::Access;
use crate::failure::{Failure, Result};
use crate::output::{self, Answer};
use crate::secrets::{self, Secret};

/// The variable that a token may stand in.
const VARIABLE: &str = "ASSAY_GITHUB_TOKEN";

/// Commands about the kept token.
#[derive(Debug, Subcommand)]
pub enum TokenCommand {
    /// Keep a token in the system's keyring: asked at the terminal, or the first line of --token-file
    Set(Host),
    /// Take the token out of the keyring
    Forget(Host),
    /// Whether one is kept; the token itself is never shown
    Status(Host),
}

/// For which server.
#[derive(Debug, Args)]
pub struct Host {
    #[command(flatten)]
    access: Access,
}

/// Runs it.
pub(super) fn run(command: &TokenCommand) -> Result<Answer> {
    let (TokenCommand::Set(host) | TokenCommand::Forget(host) | TokenCommand::Status(host)) = command;
    let api = Api::new(&host.access.api).map_err(|error| super::failure(&error))?;
    let (kept, text) = match command {
        TokenCommand::Set(_) => {
            let token = typed(&host.access)?;
            capture::keep(&api, &token).map_err(|error| failure(&error))?;
            (true, format!("A token for {} is in the system's keyring.", api.host()))
        }
        TokenCommand::Forget(_) => {
            let was = capture::forget(&api).map_err(|error| failure(&error))?;
            let text =
                if was { "The token is out of the keyring." } else { "There was none in the keyring." };
            (false, text.to_owned())
        }
        TokenCommand::Status(_) => {
            let kept = capture::kept(&api).map_err(|error| failure(&error))?.is_some();
            let text = if kept { "A token" } else { "No token" };
            (kept, format!("{text} for {} is in the system's keyring.", api.host()))
        }
    };
    Ok(Answer::of("token", &json!({"host": api.host(), "kept": kept}), text))
}

/// The token to be kept.
fn typed(access: &Access) -> Result<Token> {
    let secret = match &access.token_file {
        Some(path) => secrets::from_file(path)?,
        None => secrets::ask(&format!("Token for {}", access.api))?.ok_or_else(|| {
            Failure::usage(
                "there is no terminal to ask for the token at",
                "Give it with --token-file; - is standard input.",
            )
        })?,
    };
    token(&secret)
}

/// The token for one run: from a file, from the environment, else from the keyring; none where there is none.
pub(super) fn given(access: &Access, api: &Api) -> Result<Option<Token>> {
    if access.no_token {
        return Ok(None);
    }
    if let Some(path) = &access.token_file {
        return token(&secrets::from_file(path)?).map(Some);
    }
    if let Some(text) = std::env::var(VARIABLE).ok().filter(|text| !text.is_empty()) {
        return token(&Secret::new(text)).map(Some);
    }
    match capture::kept(api) {
        Ok(token) => Ok(token),
        Err(error) => {
            output::remark(&format!("note: {error}"));
            Ok(None)
        }
    }
}

fn token(secret: &Secret) -> Result<Token> {
    Token::new(secret)
        .map_err(|error| Failure::usage(error.to_string(), "Copy it whole from GitHub's settings."))
}

fn failure(error: &KeyringError) -> Failure {
    Failure::refused(
        error.to_string(),
        format!("For one run, give it with --token-file, - for standard input, or in {VARIABLE}."),
    )
}
