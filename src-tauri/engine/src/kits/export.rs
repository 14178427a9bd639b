//! Writing a kit's files into folders: what is handed over in one, what stays in another, never both in one.

use std::io::ErrorKind;
use std::path::Path;

use assay_domain::kit::{Audience, HandedOver, KitName};
use serde::Serialize;

use super::{Bundle, find};
use crate::{EngineError, Result, Store, Viewer};

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Exported {
    /// The folder to hand over.
    pub candidate: String,
    /// The folder that stays; empty where only the candidate's was written.
    pub interviewer: String,
    /// How many files were written.
    pub files: u32,
}

/// Writes the kit into a new or empty folder: `candidate/` to hand over, `interviewer/` with everything else (guide,
/// solutions, hidden tests, clues, and the prompts as `kit.toml`). With a variant, what belongs to another stays out of both.
///
/// Errors: [`EngineError::NotFound`] for a variant or kit that there is not, [`EngineError::Conflict`] where the folder holds
/// something already, [`EngineError::File`] where it cannot be written.
pub fn export(
    store: &Store,
    viewer: Viewer,
    name: &KitName,
    variant: Option<&str>,
    folder: &Path,
) -> Result<Exported> {
    let bundle = store.read(viewer, |conn| find(conn, name))?;
    ensure_variant(&bundle, variant)?;
    ensure_empty(folder)?;
    let (candidate, interviewer) = (folder.join("candidate"), folder.join("interviewer"));
    let paths = bundle.paths();
    let mut files = write(&bundle, &bundle.kit.for_candidate(&paths, variant), &candidate)?;
    for (audience, into) in [
        (Audience::Interviewer, interviewer.clone()),
        (Audience::Clue, interviewer.join("clues")),
        (Audience::Maker, interviewer.join("source")),
    ] {
        files += write(&bundle, &bundle.kit.of(audience, &paths, variant), &into)?;
    }
    write_file(&interviewer.join("kit.toml"), bundle.kit.to_toml().as_bytes())?;
    Ok(Exported { candidate: shown(&candidate), interviewer: shown(&interviewer), files: files + 1 })
}

/// Writes only what the candidate gets, into a folder of its own inside `folder`, named after the kit.
///
/// Errors: as [`export`].
pub fn export_for_candidate(
    store: &Store,
    viewer: Viewer,
    name: &KitName,
    variant: Option<&str>,
    folder: &Path,
) -> Result<Exported> {
    let bundle = store.read(viewer, |conn| find(conn, name))?;
    ensure_variant(&bundle, variant)?;
    let into =
        folder.join(variant.map_or_else(|| name.id.clone(), |variant| format!("{}-{variant}", name.id)));
    ensure_empty(&into)?;
    let files = write(&bundle, &bundle.kit.for_candidate(&bundle.paths(), variant), &into)?;
    Ok(Exported { candidate: shown(&into), interviewer: String::new(), files })
}

fn ensure_variant(bundle: &Bundle, variant: Option<&str>) -> Result<()> {
    match variant {
        Some(id) if !bundle.kit.variants.iter().any(|one| one.id == id) => {
            let known: Vec<&str> = bundle.kit.variants.iter().map(|one| one.id.as_str()).collect();
            let hint = if known.is_empty() {
                "This kit has no variants.".to_owned()
            } else {
                format!("It has: {}.", known.join(", "))
            };
            Err(EngineError::invalid(format!("the kit {} has no variant {id}", bundle.kit.id), hint))
        }
        _ => Ok(()),
    }
}

fn ensure_empty(folder: &Path) -> Result<()> {
    let taken = match std::fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_some(),
        Err(error) if error.kind() == ErrorKind::NotFound => false,
        Err(error) => return Err(EngineError::reading(folder)(error)),
    };
    if taken {
        return Err(EngineError::conflict(
            format!("{} is not empty", folder.display()),
            "Choose a folder that is empty or not there yet: nothing is written over, and nothing is mixed.",
        ));
    }
    Ok(())
}

fn write(bundle: &Bundle, files: &[HandedOver], into: &Path) -> Result<u32> {
    let mut count = 0;
    for file in files {
        let bytes = bundle
            .files
            .get(&file.from)
            .ok_or_else(|| EngineError::not_found("file of the kit", &file.from))?;
        write_file(&file.to.split('/').fold(into.to_path_buf(), |path, part| path.join(part)), bytes)?;
        count += 1;
    }
    Ok(count)
}

fn write_file(path: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(EngineError::writing(folder))?;
    }
    std::fs::write(path, bytes).map_err(EngineError::writing(path))?;
    if bytes.starts_with(b"#!") { may_run(path) } else { Ok(()) }
}

/// Scripts are started by their name.
#[cfg(unix)]
fn may_run(path: &Path) -> Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = std::fs::Permissions::from_mode(0o755);
    std::fs::set_permissions(path, mode).map_err(EngineError::writing(path))
}

#[cfg(not(unix))]
fn may_run(_: &Path) -> Result<()> {
    Ok(())
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}
