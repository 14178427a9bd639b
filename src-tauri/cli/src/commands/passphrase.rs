//! `assay passphrase`: changes the passphrase.

use std::path::PathBuf;

use assay_engine::store::Unlock;
use clap::Args;
use serde_json::json;

use crate::args::Global;
use crate::commands::init;
use crate::failure::{Failure, Result};
use crate::output::Answer;
use crate::{secrets, session};

/// Arguments of `passphrase`.
#[derive(Debug, Args)]
pub struct Passphrase {
    /// A file whose first line is the new passphrase; else it is asked for
    #[arg(long, value_name = "FILE")]
    new_passphrase_file: Option<PathBuf>,
    /// A file whose first line is the recovery code, where the present passphrase is lost
    #[arg(long, value_name = "FILE", conflicts_with_all = ["passphrase_file", "passphrase_fd"])]
    recovery_code_file: Option<PathBuf>,
}

/// Replaces it. The recovery code stays valid.
pub fn run(global: &Global, args: &Passphrase) -> Result<Answer> {
    let folder = session::folder(global)?;
    let present = present(global, args)?;
    let store = session::unlock(&folder, &present)?;
    let new = match &args.new_passphrase_file {
        Some(path) => secrets::from_file(path)?,
        None => init::chosen()?,
    };
    store.change_passphrase(&present, &new)?;
    let text = "The passphrase is changed. The recovery code stays as it was.";
    Ok(Answer::new(json!({"passphrase": "changed"}), text))
}

fn present(global: &Global, args: &Passphrase) -> Result<Unlock> {
    if let Some(path) = &args.recovery_code_file {
        return Ok(Unlock::RecoveryCode(secrets::from_file(path)?.to_string()));
    }
    if let Some(secret) = session::given(global)? {
        return Ok(Unlock::Passphrase(secret.to_string()));
    }
    let asked = secrets::ask("Present passphrase")?.ok_or_else(|| {
        Failure::closed(
            "the present passphrase is needed",
            "Give --passphrase-file, ASSAY_PASSPHRASE_FILE or --recovery-code-file.",
        )
    })?;
    Ok(Unlock::Passphrase(asked.to_string()))
}
