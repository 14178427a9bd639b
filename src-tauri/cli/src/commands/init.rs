//! `assay init`: a new workspace.

use std::path::{Path, PathBuf};

use assay_engine::store::{Created, NewWorkspace, create};
use assay_engine::{Store, Viewer, people, sample};
use clap::Args;
use serde_json::{Value, json};

use crate::args::Global;
use crate::failure::{Failure, Result};
use crate::output::{Answer, fields};
use crate::{secrets, session};

/// Arguments of `init`.
#[derive(Debug, Args)]
pub struct Init {
    /// The folder to make, by custom ending in .assay; else the workspace that -w names
    folder: Option<PathBuf>,
    /// Fill it with the sample: a role with invented candidates, interviews and scorecards
    #[arg(long, conflicts_with_all = ["name", "owner"])]
    sample: bool,
    /// The workspace's name; else the folder's
    #[arg(long)]
    name: Option<String>,
    /// The first person's name
    #[arg(long, required_unless_present = "sample")]
    owner: Option<String>,
}

/// Makes the workspace. Its recovery code is shown here and never again.
pub fn run(global: &Global, args: Init) -> Result<Answer> {
    let folder = match args.folder {
        Some(folder) => folder,
        None => session::folder(global)?,
    };
    if args.sample {
        return sample_in(&folder);
    }
    let name = args.name.unwrap_or_else(|| folder_name(&folder));
    let owner = args.owner.unwrap_or_default();
    let passphrase = new_passphrase(global)?;
    let new = NewWorkspace::new(&folder, &name, &passphrase, &owner);
    let Created { store, owner: viewer, recovery_code } = create(&new, session::now())?;
    let text = fields(&[
        ("Workspace", name),
        ("Folder", folder.display().to_string()),
        ("You are", owner),
        ("Recovery code", recovery_code.clone()),
    ]) + "\nWrite the recovery code down and keep it apart from this machine: it is shown only now, and opens the\n\
          workspace where the passphrase is lost.";
    let answer = Answer::of("workspace", &workspace(&store, viewer)?, text);
    Ok(answer.with("recovery_code", &recovery_code))
}

fn sample_in(folder: &Path) -> Result<Answer> {
    let store = sample::create(folder, session::now())?;
    let owner = sample::owner(&store)?;
    let text = fields(&[
        ("Workspace", store.name()?.0),
        ("Folder", folder.display().to_string()),
        ("Passphrase", sample::PASSPHRASE.to_owned()),
    ]) + "\nEverybody in it is invented. Its passphrase is known to everyone: keep nothing real in it.";
    let answer = Answer::of("workspace", &workspace(&store, owner)?, text);
    Ok(answer.with("passphrase", &sample::PASSPHRASE).with("recovery_code", &Value::Null))
}

fn workspace(store: &Store, owner: Viewer) -> Result<Value> {
    let (name, is_sample) = store.name()?;
    let person = people::list(store)?.into_iter().find(|one| one.id == owner.0);
    Ok(json!({
        "id": store.id()?, "name": name, "path": store.folder(), "sample": is_sample, "owner": person,
    }))
}

fn new_passphrase(global: &Global) -> Result<secrets::Secret> {
    if let Some(secret) = session::given(global)? {
        return Ok(secret);
    }
    chosen()
}

/// A new passphrase, asked for twice.
pub fn chosen() -> Result<secrets::Secret> {
    let none =
        || Failure::usage("a new passphrase is needed", "Give it in a file, or run this at a terminal.");
    let first = secrets::ask("New passphrase")?.ok_or_else(none)?;
    let second = secrets::ask("The same again")?.ok_or_else(none)?;
    if first == second {
        Ok(first)
    } else {
        Err(Failure::refused("the two passphrases differ", "Try again; nothing was changed."))
    }
}

fn folder_name(folder: &Path) -> String {
    folder.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
